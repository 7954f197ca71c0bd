/**
 * Words that a song for a class must not have below a grade; 13 means never. `*` stands for any ending. They are about what a
 * song invites to; what a curriculum teaches is named in `taught` and passes.
 */
interface Band {
  about: 'weapons' | 'drugs' | 'self-harm' | 'sex' | 'hate' | 'violence' | 'crime' | 'insult'
  fromGrade: number
  words: string
}

export const bands: readonly Band[] = [
  { about: 'weapons', fromGrade: 7, words: 'gun guns' },
  {
    about: 'weapons',
    fromGrade: 6,
    words:
      'gunfire handgun* shotgun* rifle* pistol* bullet bullets ammo ammunition grenade* bomb bombs bombing machete* dagger* firearm*',
  },
  {
    about: 'weapons',
    fromGrade: 13,
    words:
      'gunman gunmen "build a gun" "build guns" "make a gun" "make guns" "buy a gun" "buy guns" "print a gun" "make a weapon" "make weapons" "build a weapon" "build weapons" "school shooting*" "mass shooting*" "pipe bomb*" "build a bomb" "make a bomb" "how to shoot" "car bomb*" "suicide bomb*"',
  },
  {
    about: 'drugs',
    fromGrade: 7,
    words:
      'drug drugs beer wine vodka whisky whiskey liquor drunk cigarette* tobacco vape vapes vaping smoking nicotine hangover',
  },
  {
    about: 'drugs',
    fromGrade: 9,
    words:
      'cocaine heroin meth methamphetamine ecstasy lsd opioid* opiate* fentanyl ketamine marijuana cannabis narcotic* overdose* addict addicts junkie* steroids',
  },
  {
    about: 'drugs',
    fromGrade: 13,
    words:
      '"smoke weed" "smoking weed" weed stoned "get high" "getting high" "get drunk" "getting drunk" crackhead* "how to make meth" blunts bong bongs',
  },
  {
    about: 'self-harm',
    fromGrade: 13,
    words:
      'suicide* suicidal "kill myself" "kill yourself" "kill themselves" "self harm*" "self-harm*" "cut myself" "cutting myself" "hang myself" anorexia-tips "want to die" "end my life"',
  },
  { about: 'sex', fromGrade: 5, words: 'puberty menstruat* testicle* vagina* penis* sperm scrotum' },
  {
    about: 'sex',
    fromGrade: 8,
    words: 'sex sexual sexually intercourse condom* contracept* std stds erection* ejaculat* genital*',
  },
  {
    about: 'sex',
    fromGrade: 13,
    words:
      'porn* nude nudes naked sexy stripper* orgasm* horny hooker* prostitut* rape rapes rapist* masturbat* erotic fetish*',
  },
  { about: 'hate', fromGrade: 9, words: 'lynch* genocide* nazi nazis' },
  {
    about: 'hate',
    fromGrade: 13,
    words:
      '"white power" "heil hitler" "ethnic cleansing song" subhuman* "kill all" "hate jews" "hate muslims" "hate immigrants" "go back to your country" "hitler was right" "people are inferior" "people are worse" "race is superior" "race is better" "races are inferior" "women are inferior" "women are worse" "girls are worse" "boys are worse" "girls are dumb" "boys are dumb"',
  },
  {
    about: 'violence',
    fromGrade: 5,
    words:
      'murder* kill killing killer* stab stabs stabbed stabbing corpse* bloodbath* gore gory torture* behead* massacre* assassinat* slaughter*',
  },
  {
    about: 'violence',
    fromGrade: 13,
    words:
      '"how to hurt" "how to poison" "beat him up" "beat her up" "beat them up" "shoot up" terrorist-song decapitat* dismember*',
  },
  {
    about: 'crime',
    fromGrade: 13,
    words: '"how to steal" "how to shoplift" "how to rob" "how to cheat on" "how to hack into" "how to vandalize"',
  },
  {
    about: 'insult',
    fromGrade: 13,
    words: '"make fun of" "makes fun of" "making fun of" stupid idiot idiots moron morons retard* dumbass',
  },
]

const pests =
  '(?:(?:the|of|harmful|these|those) )*(?:mosquito|germ|bacteri|virus|microb|weed|pest|insect|bug|fl(?:y|ies)|tick|lice|mold)'

/** What schools teach, with words that are safe beside it from its grade on: a war has weapons, a cell may be a sex cell. */
export const taught: readonly { topic: RegExp; fromGrade: number; words: string }[] = [
  { topic: /\bnaked (?:eyes?|mole[- ]rats?)\b/i, fromGrade: 1, words: 'naked' },
  { topic: /\bhorny (?:toads?|lizards?)\b/i, fromGrade: 1, words: 'horny' },
  { topic: /\bsperm whales?\b/i, fromGrade: 1, words: 'sperm' },
  { topic: /\bsteal (?:a |second |third )?(?:base|bases|home)\b/i, fromGrade: 1, words: '"how to steal"' },
  {
    // Every "kill all" of the text must be of pests.
    topic: new RegExp(`^(?!.*\\bkill all (?!${pests})).*\\bkill all ${pests}`, 'is'),
    fromGrade: 1,
    words: '"kill all" kill',
  },
  {
    topic: /\b(?:bull(?:y|ies|ying)|kind(?:ness)?|not|never|don['’]t|stop|wrong|hurts?)\b/i,
    fromGrade: 1,
    words: '"make fun of" "makes fun of" "making fun of"',
  },
  {
    topic: /\b(?:get|getting) high (?:scores?|marks?|grades?|notes?)\b/i,
    fromGrade: 1,
    words: '"get high" "getting high"',
  },
  {
    topic: /\b(?:weed ?killers?|herbicides?|weeding|garden\w*)\b/i,
    fromGrade: 1,
    words: 'weed killer killers killing',
  },
  { topic: /\b(volcan\w*|peaks?|mountains?|chimneys?)\b/i, fromGrade: 1, words: 'smoking' },
  {
    topic:
      /\b(wars?|battles?|revolutions?|revolutionary|d-day|hiroshima|pearl harbor|trench|blitz|resistance|conquest|siege|exploration|explorers?|colonies|colonial)\b/i,
    fromGrade: 4,
    words:
      'gun guns rifle* bullet bullets bomb bombs bombing gunfire kill killing assassinat* massacre* grenade* dagger*',
  },
  {
    topic: /\b(holocaust|shoah|anne frank|genocides?|rwanda|armenian|apartheid|world war|hitler|nazi)\b/i,
    fromGrade: 6,
    words: 'nazi nazis genocide* kill killing murder* massacre*',
  },
  {
    topic: /\b(slavery|slave trade|civil rights|reconstruction|jim crow|underground railroad|abolition)\b/i,
    fromGrade: 5,
    words: 'lynch* kill killing murder* assassinat* gun guns',
  },
  {
    topic: /\b(lincoln|caesar|kennedy|martin luther king|gandhi|franz ferdinand|malcolm x)\b/i,
    fromGrade: 4,
    words: 'assassinat* murder* kill killing dagger* stab stabbed',
  },
  {
    topic: /\b(puberty|menstrua\w*|growing up|human reproduction|reproductive)\b/i,
    fromGrade: 4,
    words: 'puberty menstruat* testicle* vagina* penis* sperm scrotum sexual sex',
  },
  {
    topic:
      /\b(sex cells?|sexual reproduction|asexual|meiosis|gametes?|pollination|fertili[sz]ation|genetics|sex chromosomes?|heredity|flowers?|plants?|sexual selection|natural selection)\b/i,
    fromGrade: 4,
    words: 'sex sexual sexually sperm asexual',
  },
  {
    topic: /\b(sex education|contraception|sexual health)\b/i,
    fromGrade: 7,
    words: 'sex sexual sexually condom* contracept* std stds intercourse penis* vagina*',
  },
  {
    topic:
      /\b(drug education|drug prevention|saying no|substance|alcohol|smoking|vaping|tobacco|prohibition|opium wars?|healthy choices)\b/i,
    fromGrade: 4,
    words:
      'drug drugs beer wine liquor drunk cigarette* tobacco vape vapes vaping smoking nicotine addict addicts overdose* opioid* opiate*',
  },
  {
    topic: /\b(medicines?|vaccines?|antibiotics?|evolution|resistance|pharmac\w*|immune system)\b/i,
    fromGrade: 3,
    words: 'drug drugs',
  },
  {
    topic: /\b(dante|inferno|hamlet|macbeth|romeo|shakespeare|poe|tragedy|greek myth\w*|odyssey|iliad|beowulf)\b/i,
    fromGrade: 6,
    words: 'hell kill killing murder* stab stabs stabbed dagger* wine drunk suicide* corpse*',
  },
  { topic: /\b(mental health|suicide prevention|bullying)\b/i, fromGrade: 9, words: 'suicide* suicidal' },
  {
    topic:
      /\b(printing press|gutenberg|fermentation|yeast|grapes?|rome|greece|egypt|mesopotamia|maya|aztecs?|vikings?|middle ages|medieval|crusades?)\b/i,
    fromGrade: 3,
    words: 'wine beer kill killing dagger* murder* assassinat*',
  },
  {
    topic: /\b(predators?|food (chains?|webs?)|immune|white blood cells?|viruses|bacteria|natural killer)\b/i,
    fromGrade: 2,
    words: 'kill kills killing killer*',
  },
]

/** Places, beings and people whose names hide a bad word; taken out before the filter for profanity reads a text. */
export const innocent =
  /\b(scunthorpe|penistone|essex|sussex|middlesex|wessex|dick(?:ens|inson)?|moby[- ]dick|titicaca|titmouse|titmice|great tits?|blue tits?|uranus|homo (?:sapiens|erectus|habilis|neanderthalensis|naledi)|niger|nigeria|peacocks?|cocktail|cockroach(?:es)?|cockpit|hancock|cock crows?|sex cells?|sex chromosomes?|dykes?|dikes?|matsushita|shitake|shiitake|assess\w*|assonan\w*|cock-a-doodle\S*|assassin\w*|bass|brass|grass|class\w*|mass|hell|circles? of hell|damn(?:ed|ation)?|pussy willows?|organisms?|jackass|wild ass(?:es)?|ass|asses|spunk|pricks?|faggots? of sticks|bastille|sex|sexual|sexually|asexual|vagina\w*|penis\w*|testicl\w*|sperm|tit for tat|retard(?:ant|ation)|negro|analy\w*|cumin|cumul\w*|document\w*|circumference|cucumber|rapeseed|grape\w*|therap\w*|drape\w*)\b/gi
