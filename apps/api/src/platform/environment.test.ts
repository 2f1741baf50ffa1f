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
