import type { ShownAuthor } from '../../../domain/session/view-schema.js'
import { SingerMark } from './singer-mark.js'
import { called } from './words.js'
import './author.css'

/** Whose words these are. The AI's are always told apart from people's: by a frame, by a sign and by its name. */
export const AuthorTag = ({ by }: { by: ShownAuthor }) =>
  by.kind === 'ai' ? (
    <span className="author author-ai">AI</span>
  ) : (
    <span className="author">
      {by.number !== null && <SingerMark number={by.number} />}
      {called(by)}
    </span>
  )
