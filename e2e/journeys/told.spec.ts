import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const demoPassword = 'Demo-2026-shebao'
/** Whose declaration of this year the demo office has sent back. */
const returned = '1101050003'
const address = 'chao.lu@unit.example'

test('somebody is told, reads it, and chooses to be told by e-mail too', async ({
  page,
  words,
  keyboard,
  inspectPage,
  browser,
  product,
  locale,
  viewport,
}) => {
  await test.step('the bell counts what is unread, and the inbox opens what it is about', async () => {
    await comeIn(page, 'employer', returned, demoPassword)
    // Of another journey's money this employer may have been told besides.
    const bell = page.getByRole('link', {
      name: new RegExp(words('^通知，(\\d+) 条未读$', '^Notifications, (\\d+) unread$')),
    })
    const unread = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0])
    expect(unread).toBeGreaterThan(0)
    await keyboard.press(bell)
    const entry = page.getByRole('link', { name: words('年度年检申报被退回', 'The annual inspection of') })
    await expect(entry).toBeVisible()
    await inspectPage('inbox', { bothWidths: true })
    await keyboard.press(entry)
    await page.waitForURL('**/employer/inspection')
    const none = words('通知，没有未读', 'Notifications, none unread')
    const left = words(`通知，${unread - 1} 条未读`, `Notifications, ${unread - 1} unread`)
    await expect(page.getByRole('link', { name: unread > 1 ? left : none, exact: true })).toBeVisible()
  })

  await test.step('an address is taken once its code came back', async () => {
    await page.goto('/employer/inbox')
    const nothing = page.getByText(words('没有未读通知', 'Nothing unread'))
    const all = page.getByRole('button', { name: words('全部标为已读', 'Mark all as read') })
    await expect(nothing.or(all).first()).toBeVisible()
    if (await all.isVisible()) await keyboard.press(all)
    await expect(nothing).toBeVisible()
    await keyboard.press(page.getByRole('link', { name: words('通知方式', 'How you are told') }))
    const email = page.getByRole('region', { name: words('电子邮件', 'E-mail') })
    await keyboard.press(email.getByRole('button', { name: words('添加', 'Add') }))
    await keyboard.type(email.getByRole('textbox'), address)
    await keyboard.press(email.getByRole('button', { name: words('发送验证码', 'Send the code') }))
    await expect(email.getByRole('textbox', { name: words('验证码', 'Code'), exact: true })).toBeVisible()
    await inspectPage('how you are told', { bothWidths: true })
    let code = ''
    // The job that carries it outside is asked for at once.
    await expect(() => {
      code = codeSentTo(product.dataDirectory, address)
      expect(code).not.toBe('')
    }).toPass({ timeout: 90_000 })
    await keyboard.type(email.getByRole('textbox', { name: words('验证码', 'Code'), exact: true }), code)
    await keyboard.press(email.getByRole('button', { name: words('确认', 'Confirm') }))
    await expect(email.getByText('c***@unit.example').first()).toBeVisible()
  })

  await test.step('an administrator sees who was told what', async () => {
    const context = await browser.newContext({ baseURL: product.url, locale: locale ?? 'en', viewport })
    const desk = await context.newPage()
    await comeIn(desk, 'staff', 'S1003', demoPassword)
    await desk.goto('/staff/delivery-log?state=SENT')
    await expect(desk.getByText('c***@unit.example')).toBeVisible()
    await expect(desk.getByText('chao.lu')).toHaveCount(0)
    await context.close()
  })
})

function codeSentTo(dataDirectory: string, to: string): string {
  const file = join(dataDirectory, 'sandbox-messages.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  const messages = lines.map((line): { to: string; text: string } => JSON.parse(line))
  return /\d{6}/.exec(messages.findLast((message) => message.to === to)?.text ?? '')?.[0] ?? ''
}
