// The platform's side of LTI Client Side postMessages 1.0: keeps small values for the tool in the frame, each origin its own.

const { toolOrigin, silent } = document.body.dataset
const kept = new Map()

const answers = {
  'lti.capabilities': () => ({
    supported_messages: ['lti.put_data', 'lti.get_data', 'lti.capabilities'].map((subject) => ({ subject })),
  }),
  'lti.put_data': ({ key, value }, origin) => {
    kept.set(`${origin} ${key}`, value)
    return { key, value }
  },
  'lti.get_data': ({ key }, origin) => ({ key, value: kept.get(`${origin} ${key}`) }),
}

addEventListener('message', ({ data, origin, source }) => {
  if (silent === 'true' || origin !== toolOrigin || !Object.hasOwn(answers, data?.subject ?? '')) return
  const { subject, message_id } = data
  source.postMessage({ subject: `${subject}.response`, message_id, ...answers[subject](data, origin) }, origin)
})
