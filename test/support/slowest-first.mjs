import TestSequencer from '@jest/test-sequencer'

/**
 * Files that take half a minute or more, the longest first. Where no run was timed before (a fresh clone) jest goes by the size
 * of a file, and one that drives a browser for a minute may be the last to start, while the other worker has nothing left.
 */
const slowest = [
  'test/lti/passback-storm.test.ts',
  'test/web/session.test.ts',
  'test/sessions/journey.test.ts',
  'test/web/studio.test.ts',
  'test/web/look.test.ts',
  'test/web/classroom.test.ts',
  'test/main/service.test.ts',
  'test/lti/circle.browser.test.ts',
  'test/bots/chat-preview.test.ts',
  'test/lti/cli.test.ts',
  'test/cli/mashup.test.ts',
  'test/sessions/faults.test.ts',
  'test/sessions/two-processes.test.ts',
]

const rankOf = ({ path }) => {
  const at = slowest.findIndex((file) => path.replaceAll('\\', '/').endsWith(file))
  return at < 0 ? slowest.length : at
}

/** These first, then as jest would. */
export default class SlowestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rankOf(a) - rankOf(b))
  }
}
