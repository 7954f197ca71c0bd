/** What a surface may use of the core. */
const surfaces = [
  'src/access',
  'src/mashups',
  'src/sessions',
  'src/classroom',
  'src/privacy',
  'src/domain',
  'src/context',
  'src/events',
  'src/jobs',
  'src/surface',
  'src/errors',
  'src/sealed',
  'src/db',
]

/** The arrows of docs/architecture.md. Each entry: a folder, and the only folders of the project that it may import. */
const may = {
  'src/domain': ['src/domain', 'src/errors'],
  'src/knowledge': ['src/knowledge', 'src/domain', 'src/errors'],
  'src/music': ['src/music', 'src/domain', 'src/knowledge', 'src/errors'],
  'src/score': ['src/score', 'src/music', 'src/domain', 'src/knowledge', 'src/errors'],
  'src/workflow': [
    'src/workflow',
    'src/domain',
    'src/knowledge',
    'src/music',
    'src/ports',
    'src/context',
    'src/errors',
  ],
  'src/http': [
    'src/http',
    'src/access',
    'src/mashups',
    'src/sessions',
    'src/classroom',
    'src/privacy',
    'src/domain',
    'src/knowledge',
    'src/context',
    'src/events',
    'src/errors',
    'src/config',
    'src/surface',
    'src/ports',
    'src/html',
  ],
  'src/web': ['src/web', 'src/domain'],
  integrations: [
    'integrations',
    'src/ports',
    'src/domain',
    'src/knowledge',
    'src/music',
    'src/score',
    'src/config',
    'src/errors',
    'src/logger',
  ],
  lti: ['lti', ...surfaces],
  bots: ['bots', ...surfaces, 'src/html'],
}
const useCases = [
  'src/access',
  'src/domain',
  'src/knowledge',
  'src/music',
  'src/score',
  'src/workflow',
  'src/db',
  'src/events',
  'src/jobs',
  'src/context',
  'src/errors',
  'src/ports',
]
for (const folder of ['src/access', 'src/mashups', 'src/sessions', 'src/classroom', 'src/privacy'])
  may[folder] = [folder, ...useCases]
// An assignment's song is a mashup; a mashup knows no classroom.
may['src/classroom'].push('src/mashups')
// A group's song is a mashup too, and in an assignment it is handed in; its invitation rests sealed.
may['src/sessions'].push('src/mashups', 'src/classroom', 'src/sealed')

const anyOf = (folders) => `^(${folders.join('|').replaceAll('/', '\\/')})(\\/|\\.ts$)`
const ours = '^(src|integrations|lti|bots|migrations)/'

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(may).map(([from, to]) => ({
      name: `${from} looks only where it may`,
      severity: 'error',
      from: { path: `^${from}/` },
      to: { path: ours, pathNot: anyOf(to) },
    })),
    {
      name: 'slack and discord do not know each other',
      severity: 'error',
      from: { path: '^bots/slack/' },
      to: { path: '^bots/discord/' },
    },
    {
      name: 'discord and slack do not know each other',
      severity: 'error',
      from: { path: '^bots/discord/' },
      to: { path: '^bots/slack/' },
    },
    {
      // The preview draws both side by side; nothing that serves people may come to need that page.
      name: 'nobody in bots needs the preview',
      severity: 'error',
      from: { path: '^bots/', pathNot: '^bots/preview/' },
      to: { path: '^bots/preview/' },
    },
    {
      // bots/preview alone shows both platforms: a shared file that needs one of them is no shared file.
      name: 'only the preview knows both slack and discord',
      severity: 'error',
      from: { path: '^bots/', pathNot: '^bots/(slack|discord|preview)/' },
      to: { path: '^bots/(slack|discord)/' },
    },
    {
      name: 'only main and cli look outward',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|cli)(\\.ts|/)' },
      to: { path: '^(integrations|lti|bots|migrations)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/|^src/web/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
}
