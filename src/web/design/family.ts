import type { Genre } from '../../domain/genre.js'

export type Region = Genre['region']

/** Shape notes, in which singers have read the degrees of a scale by shape for two hundred years; here each family has its own. */
export type NoteShape = 'oval' | 'triangle' | 'diamond' | 'square' | 'cup' | 'cone' | 'flag' | 'cross' | 'moon'

export interface Family {
  /** As in the colour tokens: `--africa-ink`, `--africa-fill`. */
  slug: string
  shape: NoteShape
}

export const families: Record<Region, Family> = {
  Africa: { slug: 'africa', shape: 'triangle' },
  Asia: { slug: 'asia', shape: 'diamond' },
  Europe: { slug: 'europe', shape: 'square' },
  'North America': { slug: 'north-america', shape: 'oval' },
  'South America': { slug: 'south-america', shape: 'cone' },
  Caribbean: { slug: 'caribbean', shape: 'cup' },
  Oceania: { slug: 'oceania', shape: 'moon' },
  'Middle East': { slug: 'middle-east', shape: 'flag' },
  Worldwide: { slug: 'worldwide', shape: 'cross' },
}

export const regions = Object.keys(families) as Region[]

/** Worn by the second of two genres of one family, so that a blend always shows two. */
const partners: Record<Region, Region> = {
  Africa: 'Oceania',
  Asia: 'Worldwide',
  Europe: 'Caribbean',
  'North America': 'Oceania',
  'South America': 'Middle East',
  Caribbean: 'Europe',
  Oceania: 'Africa',
  'Middle East': 'South America',
  Worldwide: 'Asia',
}

/** The families that a blend's genres wear, in their order, no two alike. Without a region a genre counts as worldwide. */
export function familiesOf(blend: readonly (Region | undefined)[]): Family[] {
  const worn: Family[] = []
  for (const region of blend) {
    const own = region ?? 'Worldwide'
    const choices = [families[own], families[partners[own]], ...Object.values(families)]
    worn.push(choices.find((family) => !worn.includes(family)) ?? families[own])
  }
  return worn
}
