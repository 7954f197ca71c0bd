// npm run check: types, lint, floating promises, boundaries and dead code, each named, all run, one verdict.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const folders = ['src', 'integrations', 'lti', 'bots', 'migrations'].filter((folder) => existsSync(join(root, folder)))

function run(name, args) {
  const { status, stdout, stderr, error } = spawnSync(bin(name), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}`, stdout }
}

/** Boundaries hold only if modules were looked at: with TypeScript 7 alone dependency-cruiser sees none and passes. */
function boundaries() {
  const { ok, output, stdout } = run('depcruise', [
    ...folders,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ])
  let cruised = 0
  let broken = []
  try {
    const { summary } = JSON.parse(stdout)
    cruised = summary.totalCruised
    broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  } catch {
    return { ok: false, output }
  }
  if (cruised < 20)
    return { ok: false, output: `Only ${cruised} modules were cruised: the boundaries were not checked.` }
  return { ok: ok && broken.length === 0, output: broken.join('\n'), note: `${cruised} modules` }
}

const checks = [
  ['types', () => run('tsc', ['-p', 'tsconfig.check.json'])],
  [
    'types of the pages',
    () =>
      existsSync(join(root, 'src/web/tsconfig.json'))
        ? run('tsc', ['-p', 'src/web/tsconfig.json'])
        : { ok: true, output: '' },
  ],
  ['format and lint', () => run('biome', ['check', '.'])],
  [
    'floating promises',
    () => run('oxlint', ['--type-aware', '--tsconfig', 'tsconfig.check.json', '--deny-warnings', ...folders, 'test']),
  ],
  ['boundaries', boundaries],
  ['dead code', () => run('knip', ['--no-progress'])],
]

let failed = 0
for (const [name, check] of checks) {
  const started = performance.now()
  const { ok, output, note } = check()
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name}${note ? ` (${note})` : ''}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  if (!ok) {
    failed++
    console.log(output.trim().replace(/^/gm, '       '))
  }
}
process.exitCode = failed === 0 ? 0 : 1
