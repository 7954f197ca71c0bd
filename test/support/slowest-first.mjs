import TestSequencer from '@jest/test-sequencer'

/**
 * Files that take a quarter of a minute of the processor or more, or wait as long; the longest first. Where no run was timed before (a fresh clone) jest goes by the size
 * of a file, and one that drives a browser for a minute may be the last to start, while the other worker has nothing left.
 */
const slowest = [
  'test/lti/passback-storm.test.ts',
  'test/web/session.test.ts',
  'test/sessions/journey.test.ts',
  'test/web/studio.test.ts',
  'test/web/look.test.ts',
  'test/web/classroom.test.ts',
  'test/bots/faults.test.ts',
  'test/bots/scenario.test.ts',
  'test/main/service.test.ts',
  'test/lti/circle.browser.test.ts',
  'test/bots/all-rooms.test.ts',
  'test/rendering/renderings.test.ts',
  'test/bots/chat-preview.test.ts',
  'test/lti/cli.test.ts',
  'test/sessions/faults.test.ts',
  'test/sessions/two-processes.test.ts',
  'test/postgres/embedded.test.ts',
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
