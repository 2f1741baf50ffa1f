import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someCertificates } from '../packages/test-support/src/certificate.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const runs = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-deploy-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.skipIf(!runs('systemd-analyze', '--version'))('the systemd unit', () => {
  it.each(['deploy/shebao.service', 'deploy/cluster/shebao@.service'])(
    '%s is one that systemd understands without a complaint, and is well fenced in',
    (path) => {
      const unit = read(path)
      const program = /^ExecStart=(\S+)/m.exec(unit)?.[1] ?? '?'
      expect(program).toBe('/opt/shebao/node_modules/.bin/node')
      // Where it is not installed, the program is another one; everything else is as it is.
      const file = join(folder, basename(path).replace('@.', '@4000.'))
      writeFileSync(file, unit.replace(program, process.execPath))
      const verified = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
      expect([verified.status, complaintsOf(verified.stderr)]).toEqual([0, []])
      const security = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', file], {
        encoding: 'utf8',
        env: { ...process.env, SYSTEMD_COLORS: '0', SYSTEMD_PAGER: '' },
      })
      expect(security.status, security.stdout.split('\n').slice(-4).join('\n')).toBe(0)
    },
  )
})

/** Of our unit: the machine's own units may have their own. */
const complaintsOf = (said: string) => said.split('\n').filter((line) => line.includes('shebao'))

describe('the cluster', () => {
  const tls = '/etc/shebao/tls'
  beforeAll(async () => {
    const { authority, cert, key } = await someCertificates()
    const files = {
      'authority.crt': authority,
      'machine.crt': cert,
      'machine.key': key,
      'office.pem': `${cert}\n${key}`,
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 })
  })
  /** As it stands, with certificates that this machine has. */
  const file = (name: string) => {
    const text = read(`deploy/cluster/${name}`)
    expect(text).toContain(tls)
    writeFileSync(join(folder, name), text.replaceAll(tls, folder))
    return join(folder, name)
  }

  it('has a proxy that HAProxy takes', ({ skip }) => {
    const haproxy = ['haproxy', '/usr/sbin/haproxy'].find((program) => runs(program, '-v'))
    if (!haproxy) return skip('HAProxy is not installed')
    const checked = spawnSync(haproxy, ['-c', '-f', file('haproxy.cfg')], { encoding: 'utf8' })
    expect([checked.status, checked.stderr.replace(/.*Configuration file is valid\s*/, '')]).toEqual([0, ''])
  })

  it('has a database that Patroni takes', ({ skip }) => {
    if (!runs('patroni', '--version')) return skip('Patroni is not installed')
    const { stderr } = spawnSync('patroni', ['--validate-config', file('patroni.yml')], { encoding: 'utf8' })
    // Which machines answer, and whether PostgreSQL 15 is on this one, is not to be judged here. Who may connect stands under
    // `postgresql`, where Patroni keeps it up to date.
    const ofThisMachine = /is not reachable|already in use|^postgresql\.(bin_dir|data_dir)|^bootstrap\.pg_hba/
    expect(stderr.split('\n').filter((line) => line !== '' && !ofThisMachine.test(line))).toEqual([])
  })

  it('says nothing in clear', () => {
    const [etcd, patroni, proxy] = ['etcd.env', 'patroni.yml', 'haproxy.cfg'].map((name) =>
      read(`deploy/cluster/${name}`),
    )
    expect(etcd).not.toContain('http:')
    expect(etcd?.match(/CLIENT_CERT_AUTH=true/g)).toHaveLength(2)
    expect(patroni?.match(/^ +- host.*/gm)?.filter((line) => !line.includes('hostssl'))).toEqual([])
    expect(patroni?.match(/sslmode: verify-full/g)).toHaveLength(3)
    expect(proxy?.match(/^ +default-server (?!.*verify required).*/gm)).toBeNull()
    expect(read('deploy/cluster/shebao.env.example').match(/^[^#\n]*sslmode=verify-full/gm)).toHaveLength(2)
  })

  it('acknowledges nothing that stands on one machine alone', () => {
    const patroni = read('deploy/cluster/patroni.yml')
    for (const setting of ['synchronous_mode: true', 'synchronous_mode_strict: true', "synchronous_commit: 'on'"])
      expect(patroni).toContain(setting)
    const proxy = read('deploy/cluster/haproxy.cfg')
    expect(proxy).toContain('OPTIONS /primary')
    expect(proxy.match(/on-marked-down shutdown-sessions/g)).toHaveLength(2)
  })
})

describe('what Prometheus is given', () => {
  it('are rules that it takes', ({ skip }) => {
    if (!runs('promtool', '--version')) return skip('promtool is not installed')
    const checked = spawnSync('promtool', ['check', 'rules', join(root, 'deploy/prometheus/alerts.yml')], {
      encoding: 'utf8',
    })
    expect(checked.status, checked.stdout + checked.stderr).toBe(0)
  })
})

describe('the container file', () => {
  const text = read('deploy/Containerfile')

  it('names what is there, runs as nobody in particular and says how it is', () => {
    const lines = text.split('\n')
    const last = lines.findLastIndex((line) => line.startsWith('FROM '))
    const final = lines.slice(last).join('\n')
    expect(final).toMatch(/^USER 10001$/m)
    expect(final).toMatch(/^HEALTHCHECK .*\\\n {2}CMD \["node"/m)
    expect(final).toContain('SHEBAO_MODE=production')
    expect(final).not.toMatch(/SHEBAO_(?:SECRET|BANK)_KEY/)
    const files = [...text.matchAll(/\/opt\/shebao\/(deploy\/\S+)|"(apps\/\S+\.ts)"/g)].map(
      ([, one, other]) => one ?? other ?? '?',
    )
    expect(files).toEqual(['deploy/shebao', 'apps/api/src/main.ts'])
    for (const file of files) expect(statSync(join(root, file)).isFile(), file).toBe(true)
    expect(statSync(join(root, 'deploy/shebao')).mode & 0o111).not.toBe(0)
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    expect(Object.keys(scripts)).toContain('build')
  })

  it('makes an image wherever a builder and its base image are within reach', ({ skip }) => {
    const builder = ['buildah', 'podman', 'docker', 'img'].find((name) =>
      runs(name, name === 'docker' ? 'info' : '--version'),
    )
    if (!builder) return skip('there is no OCI builder (buildah, podman, docker with its daemon, img)')
    const base = /^FROM (\S+)/m.exec(text)?.[1] ?? '?'
    if (!runs(builder, 'pull', base)) return skip(`${builder} cannot pull ${base}`)
    const built = spawnSync(builder, ['build', '-f', join(root, 'deploy/Containerfile'), '-t', 'shebao-test', root], {
      encoding: 'utf8',
    })
    expect(built.status, built.stderr.slice(-2000)).toBe(0)
  }, 1_800_000)
})
