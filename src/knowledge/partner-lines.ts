/**
 * Lines that stand beside a fact which has no couplet of its own: what a class does with the word or asks of it. `{t}` is a
 * key term, so that no such line could stand in another topic's song. They are found by the sound of their last word.
 */
export const partnerLines: readonly string[] = `
Write {t} on the wall|Tell {t} to us all|Chalk up {t}, two feet tall
Write {t} in the sand|Hold {t} in your hand|Hear {t} and understand
Spell {t} on the board|Keep {t} safely stored
Put {t} at the top|Say {t} before we stop
Trace {t} line by line|Put {t} on a sign|Make {t} yours and mine
Find {t} in a book|Stop at {t}, take a look
See {t} fill the page|Bring {t} up on stage
Write {t} on a card|{Is} {t} really hard?
Write {t} on a sheet|Call {t} down the street
Sing {t} soft and low|Spell {t}, nice and slow|Ask what {t} can show|Which of {t}'s facts do you know?
Carve {t} into stone|Make {t} your very own
Write {t} big and bold|Hear {t}'s story told
Say {t}, loud and clear|Bring {t} over here|Make {t} ring in every ear
Write {t} on the door|Spell {t} out once more|Ask what {t} {is} for
Learn {t} through and through|{Is} {t} something new?
Keep {t} in your head|Write {t} down in red|Mark {t} as it's read
Write {t} down in green|Look up what {t} can mean|Tell me where {t} {is} seen
Draw {t} with some chalk|Let's hear {t} in our talk
Write {t} down in ink|Say {t}, stop and think
Keep {t} in your mind|Look for {t}, seek and find
Hold {t} to the light|Spell {t} till it's right|Put {t} down in black and white
Sing {t} to the sky|Look at {t} and ask us why|Give {t} another try
Sing {t} near and far
Put {t} in its place|Sing {t} with the bass
Learn {t} off by heart|Put {t} on the chart|Tell {t} from the start
Pass {t} all around|Give {t} a ringing sound|Tell us what on {t} you found
Sing {t} for us today|Take {t} on your way|What {does} {t} have to say?
Spell {t} out for me|Look at {t}, look and see
Call {t} by its name
Say {t} one more time|Put {t} in a rhyme
Spell {t} word by word|Which of {t}'s tales have you heard?
Put {t} to the test|Take {t} on a quest
Ring {t} like a bell|Learn {t}, learn it well|Here {is} {t} for us to spell
Hear {t} when we sing|Let {t} ring and ring
Sing {t} loud and long|Weave {t} in a song
Count {t} one by one|Spell {t} till you're done|Ask how {t} had begun
Say {t} once again|Write {t} with a pen|Think of {t} now and then
Watch {t} come alive
Write {t} with the date|Spell {t}, get it straight
Who can {t} explain?
Look for {t} as you read
Find {t} on a map
Tell {t} when you can|Ask how {t} began
Write {t} front and back
Call {t}, call it out|What {is} {t} about?
Look at {t}, look inside|Let {t} be your guide|Tell {t} far and wide
Sing {t} in your voice|Make {t} your own choice
Give {t} a little thought|Share {t}, as we were taught
Sing {t} in the air|Tell {t} with some care|Look for {t}, but where?
Beat {t} on a drum|Hear {t} when we hum|Ask where {t} {has} come from
Write {t} in a note|Look at {t}, what we wrote
Say {t} when you speak|Look for {t} all this week
Here {is} {t} for you to keep|Say {t} and then dig deep
Sing {t} as you feel
Ask what {t} {is} worth|Sing {t} round the earth
Look for {t}'s true source|Learn {t} in due course
Teach {t} to the class|Write {t} on the glass
Let {t} roll off your tongue|Let {t} now be sung
Let us hear {t} now|Look at {t}: ask us how
Here {is} {t}: don't forget|Not done with {t} yet
Mark {t} on the spot|Ask of {t} a lot
Sing {t} round the clock
Think of {t}, think of that
Hear {t} and be still
Spell {t}, not too fast|Make {t} last and last
Tell {t} to a friend|Hear {t} to the end
Give {t} a second glance
Sing {t} to the world
Take {t} on the road
Say {t} once or twice|Hear {t}'s good advice
See {t} with your eyes|Learn {t} and grow wise
Work on {t} as a team
Give {t} a tune|Sing {t} to the moon
Find {t} at the root
Bring {t} home from school
Take {t} with you home|Write {t} in a poem
Learn {t} as a whole
Ask what {t} can make|Write {t}, and no mistake
Ask for {t}, say please
Hold {t} in your hands|Sing {t} in all lands
Look for {t} in books
Sing {t} in our ears|Keep {t} through the years
Tell {t} in many ways|Think of {t} for days
Write {t} down in rows|See how much of {t} each one knows
Here comes {t}: here's a fact|Hold {t}, hold it exact
Look up {t}, find the facts|Follow {t} like tracks
Sing {t} many times
Look for {t} in all places
Sing {t} to the stars|Clap {t} through eight bars
Write {t} on the doors|Chalk {t} on the floors
Sing {t} with our words|Teach {t} to the birds
Ask what {t} {has} meant|Ask where {t} went
Pick {t} from the rest
Read {t} in the night|Give {t} a little light
Write {t} small and thin
Take {t} step by step|See where {t} {is} kept
Point to {t} on the left
See {t} take its form
See where {t} once belonged

Count on {t}, count with me|{t}, for all to see
Read {t} by candlelight|Bring {t} into sight
Ask for {t}'s full name|Learn how {t} once came
Read {t} out, word and all|Tell {t}, great and small
Read {t}, note the date|Learn {t}, small or great
Say {t}, one and two|Learn all that {t} can do
Ask what {t} did best|Learn {t} and the rest
Study {t} first|Say {t}, well rehearsed
Write {t} between the lines|Look at {t}, read the signs
Find out what {t} means|Go behind the scenes
Learn {t} with its dates|Write {t} on our slates
Treat {t} with respect|Think of {t} and reflect
Ask what {t} {is} like
{t}: what can we believe?
Ask what {t} {is} made of
Learn {t} by yourself|Put {t} on the shelf
Learn {t}, build your skills
Keep {t} in our heads
On {t}, join the dots
Learn {t}, make no haste
Look {t} up at least
Which fact of {t} counts the most?
Bring {t} home to us
Help {t} make some sense
See {t} now in print|Of {t}, take a hint
Learn of {t} and other things|Hear what {t} now brings
Think of {t} as we spoke
Put {t} on the list
Tell {t} to your friends
Say {t}, don't be quick
Hear {t} on our lips
Learn how {t} {is} spelled
Ask of {t}: at what cost?
`
  .trim()
  .split(/[\n|]/)

/**
 * Openings, turns and endings for a topic without couplets of its own: `{t}` is the topic, `{u}` a key term of it. Both lines
 * name one of them, so that no two topics share a line.
 */
export const frameCouplets: Record<'scene' | 'turn' | 'close', readonly string[]> = {
  scene: [
    '{t} on the page, / {u} on the stage.',
    '{t} in a book: / {u}, take a look.',
    'Open the book, {t} on the page, / And {u} will walk upon the stage.',
    'Read of {t} upon the door: / Step inside for {u} and more.',
    'We opened a book with {t} inside / And let {u} be our guide.',
    '{t} in chalk upon the board, / {u} upon an opening chord.',
    'We wrote {t} on a paper sheet / And said {u} to a steady beat.',
    'Somebody asked of {t} one day, / And what would {u} have to say?',
    'Morning light on {t}, the name, / {u} beside it in a frame.',
    'We held {t} up to the light / And talked of {u} half the night.',
    'Who knows {t}, who knows it all? / Who wrote {u} on the wall?',
    'A lamp, a pen, and {t} to read, / {u} for a starting seed.',
  ],
  turn: [
    'Ask {t} how, / Ask {u} now.',
    'But {t}: why? / Give {u} a try.',
    'Now see {t} the other way: / What would {u} have us say?',
    'You thought you knew {t} by name? / Look once more: {is} {u} the same?',
    'Think of {t}, and then ask why: / Look at {u} with a careful eye.',
    'Stop at {t} and look around: / Where could {u} today be found?',
    'Ask {t} something hard to know, / And see how far {u} can go.',
    'Do not just sing {t} out loud: / Ask of {u} in the crowd.',
    'What of {t} do we not yet see? / What would {u} ask of me?',
  ],
  close: [
    '{t} in the mind, / {u} close behind.',
    'Sing {t} through, / Sing {u} too.',
    'Close the book, sing {t} through: / {u} can travel home with you.',
    'We sang of {t}, now we are done, / We pass {u} on to everyone.',
    'Ask us of {t} any day: / We know of {u} what to say.',
    'We know {t} from end to start, / And {u} we have learned by heart.',
    'Now {t} will stay in the mind, / With {u} not far behind.',
    'Tell {t} to a friend tonight, / And check you got {u} right.',
    'We asked {t} the how and why / And kept {u} standing by.',
    'Sing {t} when the bell is rung, / Keep {u} upon your tongue.',
  ],
}

/** Short words to the singers that close a fact's line with the rhyme it lacks: "… on its southern wall: tell us all". */
export const tags: readonly string[] = `
look and see|this is key|hear it ring|hear us sing|write it down|hear the sound|mark the spot|learn a lot|keep in mind|seek and find|now you know|here we go
get it straight|note the date|learn it well|spread the word|have you heard|sing it out|call it out|take a look|say it loud|tell the crowd|make a note
pass it on|think it through|here's a clue|learn it too|turn the page|read the line
mark it red|think again|take a pen|get it right|tell us all|hear the call
learn the name|lend an ear|say once more|learn some more|note the rest|that's a fact|check the facts
stand and think|write in ink|don't forget|sing it now|follow this|do not miss
ask the class|raise your hand
see the show|here's the key|use your eyes
use your voice|here's the score
tell the tale
read the sign|please take care|be aware|read and choose|hear the news|make it clear|gather near|learn the tale|pay it heed|get the gist|add it to the list
you see|let's see|look here|come near|that's clear|we know|let's go|it's true|who knew|stop, think|in ink|fun fact|note down|look there|take care|take note|say more|once more|of course|think twice|now try|be wise|surprise|that's right|no doubt|find out|you heard|well said|read on|hear this|don't miss|think back|look back|that's all|recall|you bet|get set|well done|what fun|a clue|good news|right now|and how|new word|my friend
`
  .trim()
  .split(/[\n|]/)
