import { createContext, useContext } from 'react'
import type { Song } from '../../../domain/song.js'
import { songPlace } from '../../api/songs.js'

/** Where the files of the song on the page are: a session's are below the session while it is made. */
export const SongPlaceContext = createContext<string | null>(null)

export const useSongPlace = ({ id }: Pick<Song, 'id'>): string => useContext(SongPlaceContext) ?? songPlace(id)
