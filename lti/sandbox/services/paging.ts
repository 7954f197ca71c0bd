import type { Lms } from '../model.js'

/** RFC 8288; Moodle writes curly quotes, as UTF-8 in a header that is Latin-1. */
export const linkHeader = ({ manners }: Lms, url: string): string =>
  manners === 'moodle' ? Buffer.from(`<${url}>; rel=“next”`).toString('latin1') : `<${url}>; rel="next"`
