import { meterShape } from '../domain/meter.js'
import type { Song } from '../domain/song.js'
import { Accidentals } from './accidentals.js'
import { parseSymbol } from './chord-symbol.js'
import { notate, type WrittenBar, type WrittenNote } from './notation.js'
import { type BeamMark, beamsOfBar, noteValue } from './note-values.js'
import { longPaper, type Paper } from './paper.js'
import { signatureOf } from './spelling.js'
import { systemBreaks } from './system-breaks.js'
import { escapeXml } from './xml.js'

/** MusicXML durations are counted in divisions of a quarter note. */
const divisions = 8

const alterXml = (tag: string, alter: number): string => (alter === 0 ? '' : `<${tag}>${alter}</${tag}>`)

function lyricXml({ lyric }: WrittenNote): string {
  if (!lyric) return ''
  return `<lyric number="1"><syllabic>${lyric.syllabic}</syllabic><text>${escapeXml(lyric.text)}</text>${lyric.extend ? '<extend/>' : ''}</lyric>`
}

/** A bar of silence is one rest of no note value, whatever its length. */
const silence = (beats: number): string =>
  `<note><rest measure="yes"/><duration>${Math.round(beats * divisions)}</duration><voice>1</voice></note>`

function noteXml(note: WrittenNote, beams: BeamMark[], accidentals: Accidentals): string {
  const duration = `<duration>${Math.round(note.beats * divisions)}</duration>`
  const { type, dots } = noteValue(note.beats)
  const value = `<type>${type}</type>${dots ? '<dot/>' : ''}`
  if (!note.pitch) return `<note><rest/>${duration}<voice>1</voice>${value}</note>`
  const { step, alter, octave } = note.pitch
  const ties = `${note.tieStop ? '<tie type="stop"/>' : ''}${note.tieStart ? '<tie type="start"/>' : ''}`
  const tied = `${note.tieStop ? '<tied type="stop"/>' : ''}${note.tieStart ? '<tied type="start"/>' : ''}`
  // A note tied over keeps its accidental without printing it again.
  const printed = note.tieStop ? null : accidentals.needed(note.pitch)
  const accidental = printed ? `<accidental>${printed}</accidental>` : ''
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
    `<kind text="${escapeXml(text.replace(/b(?=\d)/g, '♭').replace(/#(?=\d)/g, '♯'))}">${kind}</kind>`,
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

function notesXml(bar: WrittenBar, song: Song): string {
  if (bar.notes.every(({ pitch }) => pitch === null)) return silence(meterShape(song.meter).bar)
  const accidentals = new Accidentals(signatureOf(song.key))
  const beams = beamsOfBar(bar.notes, song.meter)
  return bar.notes.map((note, index) => noteXml(note, beams[index]!, accidentals)).join('')
}

interface BarWish {
  breaks: boolean
  tempo: boolean
  last: boolean
}

function barXml(bar: WrittenBar, song: Song, { breaks, tempo, last }: BarWish): string {
  return [
    `<measure number="${bar.number}">`,
    breaks ? '<print new-system="yes"/>' : '',
    bar.number === 1 ? attributesXml(song) : '',
    bar.mark
      ? `<direction placement="above"><direction-type><rehearsal>${escapeXml(bar.mark)}</rehearsal></direction-type></direction>`
      : '',
    tempo ? tempoXml(song) : '',
    bar.chords.map(({ chord, at }) => harmonyXml(chord.symbol, at)).join(''),
    notesXml(bar, song),
    last ? '<barline location="right"><bar-style>light-heavy</bar-style></barline>' : '',
    '</measure>',
  ].join('')
}

interface ScoreWish {
  /** False leaves the tempo mark out, for a sheet that has it in its heading. */
  tempo?: boolean
  /** What its lines are broken for. */
  paper?: Paper
}

/** The lead sheet (melody, chords, words) as MusicXML 4.0 partwise. */
export function toMusicXml(song: Song, { tempo = true, paper = longPaper }: ScoreWish = {}): string {
  const bars = notate(song)
  const breaks = systemBreaks(bars, song, paper)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">',
    '<score-partwise version="4.0">',
    `<work><work-title>${escapeXml(song.title)}</work-title></work>`,
    '<identification><encoding><software>Lit Music Mashup</software></encoding></identification>',
    '<part-list><score-part id="P1"><part-name print-object="no">Voice</part-name></score-part></part-list>',
    '<part id="P1">',
    ...bars.map((bar, at) =>
      barXml(bar, song, {
        breaks: breaks.has(bar.number),
        tempo: tempo && at === 0,
        last: at === bars.length - 1,
      }),
    ),
    '</part></score-partwise>',
    '',
  ].join('\n')
}
