import { addresses, customParameters, scopes, toolDescription, toolName } from './tool.js'

/** The configuration that a Canvas administrator pastes, or links to, when making an LTI developer key. */
export function canvasConfiguration(publicUrl: string): object {
  const { login, launch, keys } = addresses(publicUrl)
  const placement = (name: string) => ({
    placement: name,
    message_type: 'LtiDeepLinkingRequest',
    target_link_uri: launch,
    text: toolName,
    enabled: true,
    selection_width: 800,
    selection_height: 720,
  })
  return {
    title: toolName,
    description: toolDescription,
    target_link_uri: launch,
    oidc_initiation_url: login,
    public_jwk_url: keys,
    scopes: [...scopes],
    extensions: [
      {
        platform: 'canvas.instructure.com',
        domain: new URL(publicUrl).host,
        tool_id: 'lit-music-mashup',
        privacy_level: 'name_only',
        settings: {
          text: toolName,
          placements: [placement('assignment_selection'), placement('link_selection')],
        },
      },
    ],
    custom_fields: customParameters,
  }
}
