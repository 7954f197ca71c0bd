import { describe, expect, test } from '@jest/globals'
import { findGenre } from '../../src/knowledge/genres.js'
import { topics } from '../../src/knowledge/topics.js'
import { understandRequest } from '../../src/mashups/understand-request.js'
import { borrowing } from '../../src/music/words/borrowing.js'

const verdict = (text: string) => borrowing(text, (name) => findGenre(name) !== undefined)

describe('what is somebody else’s', () => {
  test.each([
    'a song in the style of Taylor Swift',
    'make it sound like Drake about cells',
    'jazz x pop, Beyoncé style',
    'like Taylor Swift',
    'a taylor swift song',
    'a taylor swift song about fractions',
    'in the vein of Radiohead',
    'à la Adele',
    'inspired by Adele',
    'channeling Kendrick Lamar',
    'imitate Eminem',
    'as Beyoncé would sing it',
    'ed sheeran vibes',
    "in Drake's flow",
    'in Drake’s flow about cells',
    'in the style of the Beatles',
    'in the style of Mozart and Taylor Swift',
    'in the style of Taylor Swift and Mozart',
    'a song like Norah Jones about cells',
    'in the voice of nobody like billie eilish',
  ])('an artist’s style: %s', (text) => {
    expect(verdict(text)).toBe('artist_style')
  })

  test.each([
    'the lyrics of Bohemian Rhapsody',
    'photosynthesis to the tune of Yesterday',
    'parody of Thriller',
    'a parody of Thriller about cells',
    'rewrite Let It Go',
    'a version of Imagine',
    'same melody as Twinkle Twinkle',
    'Bohemian Rhapsody but about cells',
    'borrow lines from Imagine by John Lennon',
    'the lyrics to let it go',
  ])('a song there is: %s', (text) => {
    expect(verdict(text)).toBe('existing_lyrics')
  })

  test.each([
    'in the style of bossa nova',
    'in the style of a sea shanty',
    'write the lyrics of a song about cells',
    'what does a leaf sound like',
    "a plant's style and stigma",
    'Gothic style architecture',
    'a song about Gothic style architecture',
    "the narrator's voice",
    'why a wolf sounds like a ghost',
    'in the style of the 1920s',
    'jazz x folk in the style of Mozart about volcanoes',
    'in the manner of Emily Dickinson',
    'in the voice of William Shakespeare',
    'à la Dvořák',
    'in the style of New Orleans',
    'African-style drumming',
    'words from Latin',
    'words by their roots',
    'the words of the Declaration of Independence',
    'verses of a haiku',
    'a song about being brave like Rosa Parks',
    'a song inspired by Marie Curie',
    'facts that cover the French Revolution',
    'imagine a version of Earth without water',
    'how a queen bee lives, like a queen',
    'a song about the Happy Prince, a story by Oscar Wilde',
    'jazz x folk, but about Harriet Tubman',
    'animals that sound like thunder',
    'the chorus of a song about bees',
    'jazz and metal song on the French Revolution, in the voice of a baker',
  ])('a fair wish: %s', (text) => {
    expect(verdict(text)).toBeNull()
  })

  test('no topic of the library, and no fact of it, is taken for somebody’s', () => {
    const texts = topics.flatMap(({ name, aliases, facts }) => [name, ...aliases, ...facts])
    expect(texts.filter((text) => verdict(`jazz x folk about ${text}`) ?? verdict(text))).toEqual([])
  })
})

describe('makers who are long dead are a hint at a time', () => {
  test.each<[string, string[], string]>([
    [
      'jazz x folk in the style of Mozart about volcanoes',
      ['jazz-swing', 'folk', 'classical'],
      'Volcanoes and Earthquakes',
    ],
    ['trap x Bach about gravity', ['trap', 'baroque'], 'Gravity'],
    ['pop x rock à la Dvořák about rivers', ['pop', 'rock', 'romantic'], 'Rivers'],
    ['a Beethoven-style techno song about cells', ['classical', 'techno'], 'Cells'],
    ['rock x pop in the voice of William Shakespeare about Romeo and Juliet', ['rock', 'pop'], 'Romeo and Juliet'],
  ])('%s', (prompt, genres, topic) => {
    expect(understandRequest({ prompt }, { seed: 1 })).toMatchObject({ genres, topic, prompt })
  })

  test('one who is the topic adds no genre', () => {
    const facts = ['Mozart wrote his first pieces when he was five.']
    expect(understandRequest({ prompt: 'jazz x folk about Mozart', facts }, { seed: 1 }).genres).toEqual([
      'jazz-swing',
      'folk',
    ])
  })
})
