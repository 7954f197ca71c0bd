import type { Phonemes } from './phonemes.js'

/** Letters to sounds, longest first; `^` and `$` hold a rule to the start or end of a word. Vowels get their stress later. */
const rules: readonly (readonly [string, string])[] = (
  '^kn:N ^gn:N ^wr:R ^ps:S ^x:Z ^pt:T ^mn:N ^rh:R tion$:SH_AH_N tions$:SH_AH_N_Z sion$:ZH_AH_N ssion$:SH_AH_N cian$:SH_AH_N cial$:SH_AH_L tial$:SH_AH_L tious$:SH_AH_S cious$:SH_AH_S ious$:IY_AH_S ' +
  'ous$:AH_S ture$:CH_ER sure$:ZH_ER ology$:AA_L_AH_JH_IY ography$:AA_G_R_AH_F_IY ity$:IH_T_IY ium$:IY_AH_M ia$:IY_AH io$:IY_OW ian$:IY_AH_N eous$:IY_AH_S ique$:IY_K igue$:IY_G ogue$:AO_G ' +
  'able$:AH_B_AH_L ible$:AH_B_AH_L ase$:EY_S ose$:OW_S ine$:IY_N ide$:AY_D ite$:AY_T ate$:EY_T ane$:EY_N ene$:IY_N oid$:OY_D ism$:IH_Z_AH_M sis$:S_AH_S ize$:AY_Z ise$:AY_Z ' +
  'augh:AO eigh:EY igh:AY ough:OW tch:CH dge:JH sch:SH ph:F th:TH sh:SH ch:CH ck:K wh:W qu:K_W ng$:NG ngs$:NG_Z gh: ll:L ss:S tt:T pp:P ff:F rr:R nn:N mm:M dd:D bb:B gg:G cc:K zz:Z ' +
  'aigne$:EY_N eau:OW oor:AO_R our:AO_R oar:AO_R ear:IH_R eer:IH_R air:EH_R are$:EH_R ire$:AY_ER ure$:Y_UH_R ore$:AO_R ere$:IH_R arr:AE_R err:EH_R ar:AA_R er:ER ir:ER or:AO_R ur:ER yr:IH_R ' +
  'ai:EY ay:EY au:AO aw:AO ea:IY ee:IY ei:IY ey$:IY ey:EY ew:UW eu:Y_UW ie$:IY ie:IY oa:OW oe:OW oi:OY oy:OY oo:UW ou:AW ow$:OW ow:AW ui:UW ue$:UW ae:IY ' +
  'ce$:S ge$:JH se$:Z ve$:V ze$:Z le$:AH_L les$:AH_L_Z re$:ER que$:K gue$:G es$:IY_Z ed$:D e$: a$:AH i$:IY o$:OW u$:UW y$:IY ys$:IY_Z os$:OW_Z as$:AH_Z is$:AH_S us$:AH_S um$:AH_M on$:AH_N an$:AH_N en$:AH_N al$:AH_L ' +
  'ci:S_IH ce:S_EH cy:S_IY ge:JH_EH gi:JH_IH gy:JH_IY a:AE b:B c:K d:D e:EH f:F g:G h:HH i:IH j:JH k:K l:L m:M n:N o:AA p:P q:K r:R s:S t:T u:AH v:V w:W x:K_S y:IH z:Z'
)
  .split(' ')
  .filter(Boolean)
  .map((rule) => rule.split(':') as [string, string])

const vowels = /^(A[AEHOWY]|E[HRY]|I[HY]|O[WY]|U[HW])$/
const longByE: Record<string, string> = { a: 'EY', e: 'IY', i: 'AY', o: 'OW', u: 'UW', y: 'AY' }

/** Endings that fix the stress: on the syllable before ("-tion", "-ity"), or two before the last ("-ize", "-ate"). */
const stressBefore: readonly (readonly [RegExp, number])[] = [
  [/(tion|sion|cian|cial|tial|tious|cious|ic|ics|ical|ia|io|ian|ium|ious|eous|ity|ology|ography|ogy|aphy|omy)s?$/, 0],
  [/(ize|ise|ate|fy|ous|al)s?$/, -1],
  [/(ee|eer|ese|ette|ique|oon)s?$/, 1],
]
const suffixVowels = (letters: string): number =>
  /(tion|sion|cian|cial|tial|ic|ics|tious|cious)s?$/.test(letters)
    ? 1
    : /(ology|ography|omy|ogy|aphy)s?$/.test(letters)
      ? 3
      : 2

function soundOut(letters: string): string[] {
  const sounds: string[] = []
  for (let at = 0; at < letters.length; ) {
    const silentE = /^([aeiouy])[bcdfgklmnprstvz]es?$/.exec(letters.slice(at))
    if (silentE && at > 0) {
      sounds.push(longByE[silentE[1]!]!)
      at++
      continue
    }
    const rule = rules.find(([pattern]) => {
      const bare = pattern.replace(/[\^$]/g, '')
      if (!letters.startsWith(bare, at)) return false
      return (!pattern.startsWith('^') || at === 0) && (!pattern.endsWith('$') || at + bare.length === letters.length)
    })
    const [pattern = letters[at]!, out = ''] = rule ?? []
    if (out) sounds.push(...out.split('_'))
    at += pattern.replace(/[\^$]/g, '').length
  }
  return sounds
}

/** Where the main stress falls, as the number of the vowel from 0. */
function stressedVowel(letters: string, count: number): number {
  if (count < 2) return 0
  for (const [ending, shift] of stressBefore) {
    if (!ending.test(letters)) continue
    const place =
      shift === 1
        ? count - 1
        : shift === 0
          ? /(ology|ography|omy|ogy|aphy)s?$/.test(letters)
            ? count - 3
            : count - 1 - suffixVowels(letters)
          : count - 3
    return Math.max(0, Math.min(count - 1, place))
  }
  return count <= 3 ? Math.max(0, count - 2 - (count === 3 ? 1 : 0)) : count - 3
}

/** How an unknown word most likely sounds: rules for its letters, brought to `syllables` vowels, stress by its ending. */
export function soundsFromLetters(word: string, syllables: number): Phonemes {
  const letters = word.replace(/[^a-z]/g, '')
  const sounds = soundOut(letters)
  let excess = sounds.filter((sound) => vowels.test(sound)).length - syllables
  for (let at = sounds.length - 2; at > 0 && excess > 0; at--)
    if (/^(AH|EH|IH)$/.test(sounds[at]!)) {
      sounds.splice(at, 1)
      excess--
    }
  while (excess > 0) {
    sounds.splice(
      sounds.findLastIndex((sound) => vowels.test(sound)),
      1,
    )
    excess--
  }
  while (excess < 0) {
    sounds.splice(Math.max(1, sounds.length - 1), 0, 'AH')
    excess++
  }
  const stressed = stressedVowel(letters, syllables)
  const last = sounds.findLastIndex((sound) => vowels.test(sound))
  let vowel = -1
  return sounds.map((sound, at) => {
    if (!vowels.test(sound)) return sound
    vowel++
    const second = Math.abs(vowel - stressed) === 2 || (at === last && /^(AY|EY|OY|AW|OW|UW)$/.test(sound))
    return `${sound}${vowel === stressed ? 1 : second ? 2 : 0}`
  })
}
