import { expect, test } from '@jest/globals'
import { commands } from '../../bots/commands.js'
import { readCommand } from '../../bots/slack/read-command.js'

const read = (text: string) => readCommand(text, commands)

test.each([
  ['', 'help', {}],
  ['HELP', 'help', {}],
  ['dance with me', 'help', {}],
  ['start', 'start', {}],
  [
    'start topic: the water cycle genres: jazz, rock level: beginner',
    'start',
    { topic: 'the water cycle', genres: 'jazz, rock', level: 'beginner' },
  ],
  ['Start genres=trap, baroque  topic=“Ancient Egypt”', 'start', { genres: 'trap, baroque', topic: 'Ancient Egypt' }],
  ['start the water cycle genres: jazz', 'start', { topic: 'the water cycle', genres: 'jazz' }],
  ['start "the water cycle"', 'start', { topic: 'the water cycle' }],
  ['line 7 The words', 'line', { number: '7', text: 'The words' }],
  ['line #7: The words', 'line', { number: '7', text: 'The words' }],
  ['line 7. "The words"', 'line', { number: '7', text: 'The words' }],
  ['line The words alone', 'line', { text: 'The words alone' }],
  ['line 7 Here is my text: a number: 9', 'line', { number: '7', text: 'Here is my text: a number: 9' }],
  ['line number: 7 text: The words: all', 'line', { number: '7', text: 'The words: all' }],
  ['line 7', 'line', { number: '7' }],
  ['rewrite 3 a little shorter', 'rewrite', { number: '3', note: 'a little shorter' }],
  ['song «trap x baroque about photosynthesis»', 'song', { prompt: 'trap x baroque about photosynthesis' }],
  ["song 'trap about it's end'", 'song', { prompt: "trap about it's end" }],
  ['link abcd-efgh', 'link', { code: 'abcd-efgh' }],
  ['link abcd efgh', 'link', { code: 'abcd efgh' }],
  ['hook Sun &amp; rain &lt;3', 'hook', { text: 'Sun & rain <3' }],
  ['/status', 'status', {}],
])('/mashup %s', (text, name, options) => {
  expect(read(text)).toEqual({ name, options })
})
