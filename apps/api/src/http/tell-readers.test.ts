import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { tellReaders } from './tell-readers.ts'

async function open(status: number, headers: Record<string, string>) {
  const app = Fastify()
  await app.register(fastifyCookie)
  tellReaders(app)
  app.get('/paper.pdf', async (_request, reply) => reply.code(status).send({ error: 'Sign in first.' }))
  const answer = await app.inject({ url: '/paper.pdf', headers })
  await app.close()
  return answer
}
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

it('somebody who opens a paper after the session ended reads a page that leads to signing in', async () => {
  const answer = await open(401, { ...browser, cookie: 'shebao_language=en' })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8'])
  expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.body)))
  expect(answer.body).toContain('<h1>Please sign in again</h1>')
  expect(answer.body).toContain('<a href="/">Sign in</a>')
})

it('such a page may have its own styles and nothing else', async () => {
  const { body, headers } = await open(404, browser)
  const styles = /<style>([^]*)<\/style>/.exec(body)?.[1] ?? ''
  const hash = createHash('sha256').update(styles).digest('base64')
  expect(String(headers['content-security-policy']).split(';')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

it.each([
  [404, '没有这份文件'],
  [422, '现在不能出具这份文件'],
  [503, '请稍候再试'],
  [500, '系统出错了'],
])('a %i is told in the language of the browser', async (status, title) => {
  const { body } = await open(status, { ...browser, 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })
  expect(body).toContain(`<h1>${title}</h1>`)
})

it('a program gets what the route answers, and a paper that is issued is left alone', async () => {
  expect((await open(401, { accept: '*/*' })).json()).toEqual({ error: 'Sign in first.' })
  expect((await open(200, browser)).headers['content-type']).toContain('application/json')
})
