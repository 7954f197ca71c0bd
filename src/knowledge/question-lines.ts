/**
 * Questions about the very thing that the next line tells of: `{s}` is the subject of the fact, `{does}` and `{is}` take its
 * number and tense. They lead from one fact to another where the facts' own words do not rhyme, and are found by their last word.
 */
export const questionLines: readonly string[] = `
Now what {does} {s} do, would you say?|And what {does} {s} do all day?
What {does} {s} do? Come and see
What {does} {s} do, do you know?
Of {s}, is there something new?|What of {s} is true?
And what {does} {s} do?
And {s}: can you get it right?
What {does} {s} do, and why?
What {does} {s} do, and how?|What {is} {s} doing now?
What {does} {s} do, and where?|And what {is} {s} doing there?
What {does} {s} do, and when?
Now what {is} {s} for?|Of {s}, shall we hear more?
What {does} {s} do, can you tell?
What {does} {s} do, can you guess?
Of {s}, what can be said?
In {s}, what do we find?
With {s}, what have they found?
What {is} {s} all about?
What {does} {s} do after all?
What {does} {s} do, do you hear?
What {does} {s} do, for a start?|What {is} {s}'s part?
With {s}, what takes place?
What difference {does} {s} make?
What {does} {s} do, what does it mean?|Where {is} {s} seen?
What secret {does} {s} keep?
Where will {s} lead?
Of {s}, what is told?
Of {s}, what is known?|By {s}, what is shown?
Of {s}, what have you heard?
Of {s}, what were we taught?
What will {s} bring?
What {does} {s} do, do you think?
What {does} {s} hold inside?
And {s}: who can explain?
What {does} {s} do? Do we understand?
And {s}: what is that?
With {s}, what have we got?
How {is} the work of {s} done?
Of {s}, what can we learn?
What {is} {s} worth?
What {does} {s} do best?
Where {does} {s} begin?
Of {s}, is there a surprise?
Of {s}, who knows?
And {s}: what's the fact?
What {does} {s} do, if you please?
So what {is} {s} like, near and far?
How {does} {s} work, in the end?
Of {s}, what should we read?
And {s}: what makes {them} great?
What {does} {s} do, in a word?
And what {does} {s} do on the spot?
What {does} {s} do instead?
What will {s} find?
What {does} {s} do close at hand?
What {does} {s} do by day and by night?
What {does} {s} do, rain or shine?
What {does} {s} do, side by side?
What {does} {s} do all day long?
What {does} {s} do through the year?
What {does} {s} do, near and far?
What {does} {s} do, one by one?
What {does} {s} do by land or sea?
`
  .trim()
  .split(/[\n|]/)
