import { expect, it } from 'vitest'
import { initialLanguage } from './language.ts'

it.each([
  ['shebao_language=en', ['zh-CN'], 'en'],
  ['a=b; shebao_language=zh-CN', ['en'], 'zh-CN'],
  ['shebao_language=fr', ['en-GB', 'zh'], 'en'],
  ['', ['fr', 'zh-TW'], 'zh-CN'],
  ['', ['fr'], 'zh-CN'],
  ['not_shebao_language=en', [], 'zh-CN'],
] as const)('with the cookie "%s" and %j it is %s', (cookie, preferred, language) => {
  expect(initialLanguage(cookie, preferred)).toBe(language)
})
