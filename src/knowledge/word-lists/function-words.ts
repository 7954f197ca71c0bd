/** Words of grammar that a tune passes over lightly; sung unstressed unless the line leans on them. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if than then that this these those as at by for from in into of off on onto out over per to up upon via with within without ' +
    'i me my we us our you your he him his she her it its they them their who whom whose which what ' +
    "am is are was were be been being do does did done has have had having can could will would shall should may might must let's it's that's there's we're you're they're he's she's i'm i've we've we'll you'll they'll it'll can't won't don't doesn't didn't isn't aren't " +
    'not no just too very when where while though since till until because there here some any all each both such like'
  ).split(' '),
)

/** Function words that carry weight in a sung line and so may stand on a beat. */
export const weightyWords: ReadonlySet<string> = new Set(
  "what who when where why how not no all each both this that these those here there out up off over without can't won't don't".split(
    ' ',
  ),
)
