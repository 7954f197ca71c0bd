// LTI platform storage (LTI Client Side postMessages 1.0): the platform keeps a value for a tool that has no cookies.

/** The frame that keeps: a frame of the platform by its name, or the platform's window itself. */
function storageFrame(target) {
  const platform = window.opener ?? window.parent
  if (target === '_parent') return platform
  try {
    return platform.frames[target] ?? platform
  } catch {
    return platform
  }
}

/**
 * Sends one message and resolves with its answer, or with `null` when none comes within `ms` (the Canvas app promises the
 * storage and does not answer).
 */
export function askPlatform(target, origin, message, ms = 1000) {
  return new Promise((resolve) => {
    const id = crypto.randomUUID()
    const done = (answer) => {
      clearTimeout(timer)
      removeEventListener('message', hear)
      resolve(answer)
    }
    const hear = ({ data, origin: from }) => {
      if (from !== origin || data?.message_id !== id || data.subject !== `${message.subject}.response`) return
      done(data.error ? null : data)
    }
    const timer = setTimeout(() => done(null), ms)
    addEventListener('message', hear)
    storageFrame(target).postMessage({ ...message, message_id: id }, origin)
  })
}
