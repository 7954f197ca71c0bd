/** Short words to the singers that fill a line for its rhyme and say nothing of the topic: "… on its southern wall: tell us all". */
export const asides: readonly string[] = `
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
