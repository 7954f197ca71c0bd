import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { Tabs } from '../../design/tabs.js'
import { BlendTab } from './blend-tab.js'
import { ChecksTab } from './checks-tab.js'
import { MusicTab } from './music-tab.js'
import { TopicTab } from './topic-tab.js'
import { WordsTab } from './words-tab.js'

/** A song to understand: its words, how it is made, what it teaches, what was checked. */
export const SongTabs = ({ song, genres }: { song: Song; genres: readonly GenreInBrief[] }) => (
  <Tabs
    label="More about the song"
    tabs={[
      { id: 'words', name: 'Words', content: <WordsTab song={song} /> },
      { id: 'music', name: 'How the music works', content: <MusicTab song={song} /> },
      { id: 'blend', name: 'The blend', content: <BlendTab song={song} genres={genres} /> },
      { id: 'topic', name: 'The topic', content: <TopicTab song={song} /> },
      { id: 'checks', name: 'Checks', content: <ChecksTab song={song} /> },
    ]}
  />
)
