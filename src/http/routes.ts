import type { Config } from '../config.js'
import type { Route } from './route.js'
import { assignmentSessionRoutes } from './routes/assignment-sessions.js'
import { chatLinkRoutes } from './routes/chat-links.js'
import { classroomRoutes } from './routes/classroom.js'
import { teachingRoutes } from './routes/classroom-teaching.js'
import { withDocumentation } from './routes/documentation.js'
import { educationRoutes } from './routes/education.js'
import { mashupFileRoutes } from './routes/mashup-files.js'
import { mashupShareRoutes } from './routes/mashup-share.js'
import { mashupRoutes } from './routes/mashups.js'
import { operationsRoutes } from './routes/operations.js'
import { pageSessionRoutes } from './routes/page-sessions.js'
import { sessionSongRoutes } from './routes/session-song.js'
import { sessionRoutes } from './routes/sessions.js'

/** Everything that is served over HTTP, but for the surfaces of their own (LTI, Slack). */
export const routesOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): Route[] =>
  withDocumentation(
    [
      ...mashupRoutes,
      ...mashupShareRoutes,
      ...mashupFileRoutes,
      ...educationRoutes,
      ...pageSessionRoutes,
      ...sessionRoutes,
      ...assignmentSessionRoutes,
      ...sessionSongRoutes,
      ...classroomRoutes,
      ...teachingRoutes,
      ...chatLinkRoutes,
      ...operationsRoutes,
    ],
    publicUrl,
  )
