import { askPlatform } from './platform-storage.js'

const { authUrl, state, proof, storageTarget } = document.body.dataset

/** A partitioned cookie, as the one that came with this page: if this one is kept, so is that one. */
function keepsCookies() {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that schools have
  document.cookie = 'lmm_lti_probe=1; Path=/lti; Max-Age=60; Secure; SameSite=None; Partitioned'
  return document.cookie.includes('lmm_lti_probe=1')
}

async function platformKeeps() {
  if (!storageTarget) return false
  const message = { subject: 'lti.put_data', key: `lmm_${state.slice(0, 12)}`, value: proof }
  const answer = await askPlatform(storageTarget, new URL(authUrl).origin, message)
  return answer?.value === proof
}

if ((await platformKeeps()) || keepsCookies()) location.replace(authUrl)
else {
  document.querySelector('[role=status]').remove()
  document.getElementById('new-tab').hidden = false
}
