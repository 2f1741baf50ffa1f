import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const problemOf = (settings: Record<string, string>): string => {
  try {
    readEnvironment(settings)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('settings', () => {
  it('that are wrong are all named at once', () => {
    const said = problemOf({ PORT: 'many', SHEBAO_SECRET_KEY: 'short', SHEBAO_METRICS_TOKEN: 'guess' })
    for (const name of ['PORT', 'SHEBAO_SECRET_KEY', 'SHEBAO_METRICS_TOKEN']) expect(said).toContain(`  ${name}: `)
  })

  it('speak the language of the terminal', () => {
    expect(readEnvironment({ LANG: 'zh_CN.UTF-8' }).language).toBe('zh-CN')
    expect(readEnvironment({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }).language).toBe('en')
  })
})

describe('what goes outside', () => {
  it('of alerts needs an address and a secret that can sign', () => {
    const [url, secret] = ['https://pager.example/in', `whsec_${'A'.repeat(43)}=`]
    const given = { SHEBAO_ALERT_WEBHOOK_URL: url, SHEBAO_ALERT_WEBHOOK_SECRET: secret }
    expect(readEnvironment(given).alertWebhook).toEqual({ url, secret })
    expect(readEnvironment({}).alertWebhook).toBeUndefined()
    for (const name of Object.keys(given))
      expect(problemOf({ ...given, [name]: '' })).toContain('  SHEBAO_ALERT_WEBHOOK_')
    expect(problemOf({ ...given, SHEBAO_ALERT_WEBHOOK_SECRET: 'secret' })).not.toContain('"secret"')
  })

  it('of traces is all, a part or nothing, by the names that OpenTelemetry has', () => {
    const ratio = (name?: string, part?: string) =>
      readEnvironment({
        ...(name ? { OTEL_TRACES_SAMPLER: name } : {}),
        ...(part ? { OTEL_TRACES_SAMPLER_ARG: part } : {}),
      }).tracesRatio
    expect([ratio(), ratio('always_off'), ratio('traceidratio'), ratio('traceidratio', '0.05')]).toEqual([
      1, 0, 1, 0.05,
    ])
    expect([ratio('parentbased_traceidratio', '0.2'), ratio('always_on', '0.2')]).toEqual([0.2, 1])
    expect(problemOf({ OTEL_TRACES_SAMPLER: 'some' })).toContain('  OTEL_TRACES_SAMPLER: ')
    expect(problemOf({ OTEL_TRACES_SAMPLER_ARG: '5' })).toContain('  OTEL_TRACES_SAMPLER_ARG: ')
  })
})

describe('one of several processes', () => {
  const whole = {
    SHEBAO_CLUSTER: 'yes',
    DATABASE_URL: 'postgresql://db.example/shebao',
    SHEBAO_SECRET_KEY: 'a'.repeat(64),
    SHEBAO_BANK_URL: 'https://bank.example',
    SHEBAO_PUBLIC_URL: 'https://shebao.example',
    SHEBAO_FILES_DIR: '/srv/files',
  }

  it('has nothing that would lie with it alone', () => {
    expect(readEnvironment(whole)).toMatchObject({ filesDirectory: '/srv/files' })
    for (const name of Object.keys(whole).slice(1)) expect(problemOf({ ...whole, [name]: '' })).toContain(name)
    expect(problemOf({ SHEBAO_FILES_DIR: 'files' })).toContain('  SHEBAO_FILES_DIR: ')
    expect(readEnvironment({ SHEBAO_DATA_DIR: '/srv/one' }).filesDirectory).toBe('/srv/one/attachments')
  })
})

describe('a secret', () => {
  const key = 'ab'.repeat(32)
  it('may come from a file, which is named and never quoted when something is wrong with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
    try {
      const file = join(folder, 'key')
      writeFileSync(file, `${key}\n`)
      expect(readEnvironment({ SHEBAO_SECRET_KEY_FILE: file }).secretKey).toBe(key)
      const twice = problemOf({ SHEBAO_SECRET_KEY_FILE: file, SHEBAO_SECRET_KEY: key })
      expect(twice).toContain('  SHEBAO_SECRET_KEY_FILE: ')
      expect(twice).not.toContain(key)
      expect(problemOf({ DATABASE_URL_FILE: join(folder, 'none') })).toContain('  DATABASE_URL_FILE: ')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a certificate of the product itself', () => {
  it('comes with its key, from files that can be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
    try {
      const [cert, key] = [join(folder, 'machine.crt'), join(folder, 'machine.key')]
      writeFileSync(cert, 'the certificate')
      expect(readEnvironment({}).certificate).toBeUndefined()
      const both = { SHEBAO_TLS_CERT_FILE: cert, SHEBAO_TLS_KEY_FILE: key }
      for (const one of Object.keys(both)) expect(problemOf({ ...both, [one]: '' })).toContain('SHEBAO_TLS_CERT_FILE: ')
      expect(problemOf(both)).toContain('  SHEBAO_TLS_KEY_FILE: this file cannot be read')
      writeFileSync(key, 'its key')
      expect(readEnvironment(both).certificate).toEqual({ cert: 'the certificate', key: 'its key' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('mail server and gateway', () => {
  const mail = {
    SHEBAO_SMTP_URL: 'smtps://office:p%40ss@mail.example:465',
    SHEBAO_MAIL_FROM: '社保中心 <no-reply@a.example>',
  }
  const gateway = { SHEBAO_SMS_URL: 'https://sms.example/send', SHEBAO_SMS_TOKEN: 'token' }

  it('are set whole or not at all', () => {
    expect(readEnvironment({}).mail).toBeUndefined()
    expect(readEnvironment(mail).mail).toEqual({ url: mail.SHEBAO_SMTP_URL, from: mail.SHEBAO_MAIL_FROM })
    expect(readEnvironment(gateway).smsGateway).toEqual({ url: gateway.SHEBAO_SMS_URL, token: 'token' })
    for (const half of [{ SHEBAO_SMTP_URL: mail.SHEBAO_SMTP_URL }, { SHEBAO_MAIL_FROM: mail.SHEBAO_MAIL_FROM }])
      expect(problemOf(half)).toContain('SHEBAO_MAIL_FROM')
    for (const half of [{ SHEBAO_SMS_URL: gateway.SHEBAO_SMS_URL }, { SHEBAO_SMS_TOKEN: 'token' }])
      expect(problemOf(half)).toContain('SHEBAO_SMS_TOKEN')
  })

  it.each([
    ['SHEBAO_SMTP_URL', 'mail.example:25'],
    ['SHEBAO_SMTP_URL', 'http://mail.example'],
    ['SHEBAO_MAIL_FROM', 'nobody'],
    ['SHEBAO_MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['SHEBAO_SMS_URL', 'ftp://sms.example'],
  ])('that are wrong are named: %s=%s', (name, value) => {
    expect(problemOf({ ...mail, ...gateway, [name]: value })).toContain(`  ${name}: `)
  })
})

describe('SHEBAO_TRUST_PROXY', () => {
  const proxies = (value: string) => readEnvironment({ SHEBAO_TRUST_PROXY: value }).trustProxy

  it('names addresses, ranges and the machine itself', () => {
    expect(proxies('10.0.0.5, 10.1.0.0/16,loopback, fd00::/8')).toEqual([
      '10.0.0.5',
      '10.1.0.0/16',
      'loopback',
      'fd00::/8',
    ])
    expect([proxies('false'), proxies('')]).toEqual([false, false])
  })

  it.each(['true', '1', '0.0.0.0/0', '::/0', '10.0.0.5/33', 'proxy.example', '10.0.0.5,,10.0.0.6', '10.0.0.5/8/8'])(
    'refuses %s and says what to write instead',
    (value) => {
      expect(problemOf({ SHEBAO_TRUST_PROXY: value })).toMatch(/SHEBAO_TRUST_PROXY: .*name the proxies in front/)
    },
  )
})
