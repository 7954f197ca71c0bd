document.querySelector('button').addEventListener('click', () => {
  const platform = window.opener ?? window.parent
  platform.postMessage({ subject: 'org.imsglobal.lti.close' }, document.body.dataset.platformOrigin)
})
