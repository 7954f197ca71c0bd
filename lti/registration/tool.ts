/** What we tell a platform of ourselves: one place for Dynamic Registration and for Canvas's developer key. */
export const toolName = 'Lit Music Mashup'
export const toolDescription =
  'Students make a song about what they study, blending genres. Everything runs on the school’s own machines.'

export const scopes = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
] as const

/** Only what is used: who somebody is within the platform, and a name for the teacher's page. No e-mail, no picture. */
export const claims = ['iss', 'sub', 'name', 'given_name', 'family_name'] as const

/** Variables that platforms fill in; one they do not know comes back as its own name and is dropped (launch/claims.ts). */
export const customParameters = {
  resource_link_history: '$ResourceLink.id.history',
}

export const addresses = (publicUrl: string) => ({
  login: `${publicUrl}/lti/login`,
  launch: `${publicUrl}/lti/launch`,
  keys: `${publicUrl}/lti/keys`,
})
