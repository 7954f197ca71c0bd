// The tool says that it is done with its registration (LTI Dynamic Registration 1.0, 3.8).
const { toolOrigin, back } = document.body.dataset

addEventListener('message', ({ data, origin }) => {
  if (origin === toolOrigin && data?.subject === 'org.imsglobal.lti.close') location.assign(back)
})
