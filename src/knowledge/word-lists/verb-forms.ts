import { regularPasts } from './verbs.js'

/** Irregular verbs: base, past, participle; one form stands for past and participle alike. */
const irregular =
  'be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown|break broke broken|bring brought|build built|burn burned|buy bought|catch caught|choose chose chosen|come came come|cost cost|cut cut|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|fly flew flown|freeze froze frozen|get got|give gave given|go went gone|grind ground|grow grew grown|have had|hear heard|hide hid hidden|hit hit|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|pay paid|put put|read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|sell sold|send sent|set set|shake shook shaken|shine shone|shoot shot|show showed shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|split split|spread spread|stand stood|steal stole stolen|stick stuck|strike struck|swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|wake woke woken|wear wore worn|weave wove woven|win won|wind wound|write wrote written'

interface Forms {
  base: string
  past: string
  participle: string
}

const byForm = new Map<string, Forms>()
for (const row of irregular.split('|')) {
  const [base = '', past = '', participle = past] = row.split(' ')
  for (const form of [base, past]) if (!byForm.has(form)) byForm.set(form, { base, past, participle })
}

/** Words that end in e before -s: "makes", "uses", "moves". */
const regularBase = (form: string): string => {
  if (/[^aeiou]ies$/.test(form)) return `${form.slice(0, -3)}y`
  if (/(ss|sh|ch|x|zz|o)es$/.test(form)) return form.slice(0, -2)
  return form.replace(/s$/, '')
}

const pastOf = (base: string): string => {
  if (/e$/.test(base)) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  if (
    /^(control|patrol|compel|propel|expel|permit|admit|submit|transmit|occur|refer|prefer|transfer|begin)$/.test(base)
  )
    return `${base}${base.at(-1)}ed`
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

export interface VerbForm {
  base: string
  participle: string
  tense: 'present' | 'past'
  /** Third person singular: "makes". */
  isSingular: boolean
}

/** What form of what verb a finite word is: "feeds" of "feed", "sealed" of "seal"; undefined for "is", "can" and their like. */
export function verbForm(word: string): VerbForm | undefined {
  const form = word.toLowerCase()
  if (/^(is|are|was|were|am|be|been|can|could|will|would|may|might|must|should|do|does|did|has|have|had)$/.test(form))
    return undefined
  const known = byForm.get(form)
  if (known) return { ...known, tense: form === known.base ? 'present' : 'past', isSingular: false }
  if (/ed$/.test(form))
    return { base: regularPasts.get(form) ?? form, participle: form, tense: 'past', isSingular: false }
  const base = /s$/.test(form) && !/ss$/.test(form) ? regularBase(form) : form
  const forms = byForm.get(base)
  return { base, participle: forms?.participle ?? pastOf(base), tense: 'present', isSingular: base !== form }
}
