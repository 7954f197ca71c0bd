/** Verbs that facts are told with, in their base form; inflected forms are derived, irregular ones listed. */
const regular =
  'chase pedal refuel sew shout sniff spill splash spray squirt stack swallow waggle whistle worry yell zoom absorb accept achieve act add adopt affect allow appear apply approve argue arrive ask attack attract balance bake bark base become belong boil bounce breathe burn burst call carry cause celebrate change circle claim climb close coat collect combine communicate compare compose conduct connect conquer consist contain continue contract control convert cook cool copy count cover create cross cry dance declare defeat defend demand depend describe design destroy develop die differ digest direct discover dissolve divide drop dry dye earn emerge employ end enjoy enter erode erupt escape establish evolve exchange exert exist expand expel explain explode explore export express extend face fail fight fill filter finish fire fit flap flash float flow fold follow force form found freeze fuel gain gather glow govern guard guide handle happen harden hatch heal heat help hover hunt identify improve include increase infect influence inherit inspire invade invent involve join jump kick kill land last launch lay lead leap learn lift light limit link listen live look love lower maintain march mark marry match matter measure melt migrate mine mix move multiply name need observe occur offer open orbit order organize own pack pass paint perform place plant play point pollinate pour praise predict press print produce promise protect prove provide publish pull pump punish push pass reach react receive record reduce refer reflect refuse regulate release rely remain remember remove repair repeat replace report represent reproduce require rescue resist rest result return reveal revolve rhyme roll rotate rule rush sail save scatter search secrete seem separate serve settle shape share shelter shift show sign signal simplify sink slide slow smell solve speed score bounce invade invent hang hover stir huddle sort sound spread squeeze stand start state stay stimulate stop store stretch strike struggle study succeed suffer supply support surround survive switch talk taste teach tell test tie touch trade train transfer transform translate transport trap travel treat trick turn twist unite use vary vibrate view visit vote wait walk want warm warn wash waste watch wave weigh work worship wrap'
const irregular =
  'lets let bends bent slides slid hangs hung stings stung weaves wove winds wound sweeps swept swings swung swims swam is are was were am be been has have had do does did can could will would may might must should begins begin began begun brings bring brought builds build built buys buy bought catches catch caught chooses choose chose comes come came costs cost cuts cut draws draw drew drinks drink drank drives drive drove eats eat ate falls fall fell feeds feed fed feels feel felt fights fight fought finds find found flies fly flew forms gets get got gives give gave goes go went grows grow grew hears hear heard hides hide hid hits hit holds hold held keeps keep kept knows know knew leads led leaves leave left lends lend lent lets let lies lie lay loses lose lost makes make made means mean meant meets meet met pays pay paid puts put reads read rides ride rode rings ring rang rises rise rose runs run ran says say said sees see saw sells sell sold sends send sent sets set shakes shake shook shines shine shone shoots shoot shot shows showed shrinks shrink shrank sings sing sang sinks sank sits sit sat sleeps sleep slept speaks speak spoke spends spend spent spins spin spun stands stood steals stole sticks stick stuck strikes struck swims swim swam takes take took teaches taught tells told thinks think thought throws throw threw wakes woke wears wear wore wins win won writes write wrote becomes became breaks break broke freezes froze hatches laid'

const inflected = (verb: string): string[] => {
  const stem = verb.replace(/e$/, '')
  const y = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null
  return [
    verb,
    y ? `${y}ies` : /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`,
    y ? `${y}ied` : `${stem}ed`,
    `${stem}${stem.at(-1)}ed`,
  ]
}

/** Finite forms: what can be the verb of a clause. */
export const finiteVerbs: ReadonlySet<string> = new Set([
  ...regular.split(' ').flatMap(inflected),
  ...irregular.split(' '),
])

/** Regular pasts with their base: "lasted" of "last". */
export const regularPasts: ReadonlyMap<string, string> = new Map(
  regular.split(' ').flatMap((verb) =>
    inflected(verb)
      .filter((form) => /ed$/.test(form))
      .map((form): [string, string] => [form, verb]),
  ),
)

/** Verbs whose sense is not whole without a phrase that opens with one of these words: "turn light into sugar". */
export const demands: readonly { verb: RegExp; opens: RegExp }[] = [
  {
    verb: /^(turn|change|convert|transform|divide|break|split|put|place|sort|separate|translate|grow|develop)(s|d|ed|ing)?$|^broke$/,
    opens: /^(into|to|in|on|from)$/,
  },
  {
    verb: /^(call|name|use|know|serve|act|think|see|view|regard|describe|treat)(s|d|ed|n)?$|^(known|used|thought|seen|saw|knew)$/,
    opens: /^(as|to|for)$/,
  },
  {
    verb: /^(protect|prevent|stop|separate|free|keep|differ|derive|come|come)(s|d|ed)?$|^(kept|came)$/,
    opens: /^(from|in|to|as)$/,
  },
  {
    verb: /^(help|allow|cause|force|want|need|try|let|tend|seem|begin|start|learn|able|have|has|had|going|about|likely|fail)(s|d|ed)?$|^(tried|began|made|makes|make)$/,
    opens: /^(to|as)$/,
  },
  {
    verb: /^(consist|belong|depend|rely|refer|lead|lie|live|base|based|respond|contribute|result|stand|account|add|amount|apply|attach|belong|stick)(s|d|ed)?$|^(led|lay|stood|relies)$/,
    opens: /./,
  },
  {
    verb: /^(combine|mix|react|connect|compare|provide|fill|share|deal|agree|replace|supply)(s|d|ed)?$/,
    opens: /^(with|to|by)$/,
  },
  {
    verb: /^(tell|show|say|know|explain|prove|believe|mean|teach|learn|discover|find|ask|decide|describe|remember|communicate|see|notice)(s|d|ed)?$|^(told|said|knew|known|meant|taught|found|thought|showed|shown)$/,
    opens: /^(that|where|when|how|what|who|which|to|of|about|whether|why)$/,
  },
]
