import { meterShape } from '../domain/meter.js'
import type { Song } from '../domain/song.js'
import { parseSymbol } from './chord-symbol.js'
import { notate, type WrittenBar, type WrittenNote } from './notation.js'
import { type BeamMark, beamsOfBar, noteValue } from './note-values.js'
import { type Spelled, signatureOf } from './spelling.js'

/** MusicXML durations are counted in divisions of a quarter note. */
const divisions = 8

const escapeXml = (text: string): string =>
  text
    // XML 1.0 knows no control characters but tab and line ends, escaped or not.
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const alterXml = (tag: string, alter: number): string => (alter === 0 ? '' : `<${tag}>${alter}</${tag}>`)

const accidentalNames: Record<string, string> = {
  '-2': 'flat-flat',
  '-1': 'flat',
  '0': 'natural',
  '1': 'sharp',
  '2': 'double-sharp',
}

/** Which alterations hold in a bar: the signature's, until an accidental changes that line or space. */
class Accidentals {
  private readonly inForce = new Map<string, number>()

  constructor(private readonly signature: number) {}

  private fromSignature(step: string): number {
    const sharps = 'FCGDAEB'
    if (this.signature > 0) return sharps.indexOf(step) < this.signature ? 1 : 0
    return sharps.indexOf(step) >= 7 + this.signature ? -1 : 0
  }

  /** The accidental to print, or '' when the reader knows it already. */
  needed({ step, alter, octave }: Spelled): string {
    const place = `${step}${octave}`
    const known = this.inForce.get(place) ?? this.fromSignature(step)
    this.inForce.set(place, alter)
    return known === alter ? '' : `<accidental>${accidentalNames[alter] ?? 'natural'}</accidental>`
  }
}

function lyricXml({ lyric }: WrittenNote): string {
  if (!lyric) return ''
  return `<lyric number="1"><syllabic>${lyric.syllabic}</syllabic><text>${escapeXml(lyric.text)}</text>${lyric.extend ? '<extend/>' : ''}</lyric>`
}

function noteXml(note: WrittenNote, beams: BeamMark[], accidentals: Accidentals): string {
  const { type, dots } = noteValue(note.beats)
  const duration = `<duration>${Math.round(note.beats * divisions)}</duration>`
  const value = `<type>${type}</type>${dots ? '<dot/>' : ''}`
  if (!note.pitch) return `<note><rest/>${duration}<voice>1</voice>${value}</note>`
  const { step, alter, octave } = note.pitch
  const ties = `${note.tieStop ? '<tie type="stop"/>' : ''}${note.tieStart ? '<tie type="start"/>' : ''}`
  const tied = `${note.tieStop ? '<tied type="stop"/>' : ''}${note.tieStart ? '<tied type="start"/>' : ''}`
  // A note tied over keeps its accidental without printing it again.
  const accidental = note.tieStop ? '' : accidentals.needed(note.pitch)
  return [
    `<note><pitch><step>${step}</step>${alterXml('alter', alter)}<octave>${octave}</octave></pitch>`,
    duration,
    ties,
    `<voice>1</voice>${value}${accidental}`,
    beams.map((mark, level) => `<beam number="${level + 1}">${mark}</beam>`).join(''),
    tied ? `<notations>${tied}</notations>` : '',
    lyricXml(note),
    '</note>',
  ].join('')
}

function harmonyXml(symbol: string, at: number): string {
  const parsed = parseSymbol(symbol)
  if (!parsed) return ''
  const { root, kind, text, bass } = parsed
  return [
    '<harmony>',
    `<root><root-step>${root.step}</root-step>${alterXml('root-alter', root.alter)}</root>`,
    `<kind text="${escapeXml(text)}">${kind}</kind>`,
    bass ? `<bass><bass-step>${bass.step}</bass-step>${alterXml('bass-alter', bass.alter)}</bass>` : '',
    at > 0 ? `<offset>${Math.round(at * divisions)}</offset>` : '',
    '</harmony>',
  ].join('')
}

function attributesXml(song: Song): string {
  const [beats, beatType] = song.meter.split('/')

  return `<attributes><divisions>${divisions}</divisions><key><fifths>${signatureOf(song.key)}</fifths><mode>${song.key.mode}</mode></key><time><beats>${beats}</beats><beat-type>${beatType}</beat-type></time><clef><sign>G</sign><line>2</line></clef></attributes>`
}

/** In compound metres the pulse that is counted is a dotted quarter. */
function tempoXml(song: Song): string {
  const compound = meterShape(song.meter).pulses[1] === 1.5
  const perMinute = compound ? Math.round(song.tempo / 1.5) : song.tempo
  const swing =
    song.arrangement.swing >= 0.56
      ? '<direction placement="above"><direction-type><words font-style="italic">Swing</words></direction-type></direction>'
      : ''
  return `<direction placement="above"><direction-type><metronome><beat-unit>quarter</beat-unit>${compound ? '<beat-unit-dot/>' : ''}<per-minute>${perMinute}</per-minute></metronome></direction-type><sound tempo="${song.tempo}"/></direction>${swing}`
}

function barXml(bar: WrittenBar, song: Song, last: boolean): string {
  const accidentals = new Accidentals(signatureOf(song.key))
  const beams = beamsOfBar(bar.notes, song.meter)
  return [
    `<measure number="${bar.number}">`,
    bar.number === 1 ? attributesXml(song) : '',
    bar.mark
      ? `<direction placement="above"><direction-type><rehearsal>${escapeXml(bar.mark)}</rehearsal></direction-type></direction>`
      : '',
    bar.number === 1 ? tempoXml(song) : '',
    bar.chords.map(({ chord, at }) => harmonyXml(chord.symbol, at)).join(''),
    bar.notes.map((note, index) => noteXml(note, beams[index]!, accidentals)).join(''),
    last ? '<barline location="right"><bar-style>light-heavy</bar-style></barline>' : '',
    '</measure>',
  ].join('')
}

/** The lead sheet (melody, chords, words) as MusicXML 4.0 partwise. */
export function toMusicXml(song: Song): string {
  const bars = notate(song)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">',
    '<score-partwise version="4.0">',
    `<work><work-title>${escapeXml(song.title)}</work-title></work>`,
    '<identification><encoding><software>Lit Music Mashup</software></encoding></identification>',
    '<part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>',
    '<part id="P1">',
    ...bars.map((bar, index) => barXml(bar, song, index === bars.length - 1)),
    '</part></score-partwise>',
    '',
  ].join('\n')
}
