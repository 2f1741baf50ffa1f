import type { BrowserContext, Page } from '@playwright/test'
import { inspect, inspectOtherWidth } from '../fixtures/inspect.ts'
import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

/** An inspection of the demo office that is ready to submit; no other journey looks at it. */
const registrationNo = '1101170013'
const form = '/employer/inspection/unit/people'

/** The renderer is gone at once: nothing of the page runs any more, no handler of leaving either. */
async function kill(context: BrowserContext, page: Page): Promise<Page> {
  const browser = await context.newCDPSession(page)
  const gone = page.waitForEvent('crash')
  void browser.send('Page.crash').catch(() => undefined)
  await gone
  await page.close()
  return context.newPage()
}

test('what is typed and what is submitted outlive a lost network, a killed tab and a second device', async ({
  page: first,
  context,
  browser,
  product,
  locale,
  words,
}) => {
  const signIn = (page: Page) => comeIn(page, 'employer', registrationNo, 'Demo-2026-shebao')
  const phone = (page: Page) => page.locator('input[name=handlerPhone]')
  const saved = (page: Page) => expect(page.getByText(words('已保存', 'Saved'))).toBeVisible()
  let page = first
  await signIn(page)

  await test.step('typed without a network, the tab is killed: it is there again and is saved by itself', async () => {
    await page.goto(form)
    await expect(phone(page)).toBeVisible()
    await context.setOffline(true)
    await phone(page).fill('13800000001')
    await expect(page.getByText(words('已保留在本设备，尚未送达', 'Kept on this device, not yet sent'))).toBeVisible()
    page = await kill(context, page)
    await context.setOffline(false)
    await page.goto('/employer')
    await page.getByRole('link', { name: words('继续填写', 'Go on') }).click()
    await expect(phone(page)).toHaveValue('13800000001')
    await saved(page)
  })

  await test.step('another device answers the same question: both answers, and a choice', async () => {
    const other = await browser.newContext({ baseURL: product.url, locale: locale ?? 'en' })
    const device = await other.newPage()
    await signIn(device)
    await device.goto(form)
    await expect(phone(device)).toHaveValue('13800000001')
    await context.setOffline(true)
    await phone(page).fill('13800000002')
    await expect(page.getByText(words('已保留在本设备，尚未送达', 'Kept on this device, not yet sent'))).toBeVisible()
    await phone(device).fill('13800000003')
    await saved(device)
    await context.setOffline(false)
    const both = page.getByRole('alert', { name: words('另一位经办人也修改了', 'Another clerk changed') })
    await expect(both.getByText('13800000002')).toBeVisible()
    await inspect(page, 'two answers to one question')
    await both.getByLabel('13800000003').check()
    await both.getByRole('button', { name: words('保存选择', 'Save my choice') }).click()
    await expect(phone(page)).toHaveValue('13800000003')
    await saved(page)
    await other.close()
  })

  await test.step('a submission without an answer waits, asks, and is filed once', async () => {
    await page.goto('/employer/inspection/review')
    await page.locator('input[name=truthDeclared]').check()
    await page.locator('input[name=signer]').fill('李经办')
    await context.setOffline(true)
    await page.getByRole('button', { name: words('提交申报', 'Submit'), exact: true }).click()
    await expect(page.getByText(words('有一份尚未送达的申报', 'A submission has not arrived yet'))).toBeVisible()
    page = await kill(context, page)
    await context.setOffline(false)
    await page.goto('/employer')
    await expect(page.getByRole('link', { name: words('查看并发送', 'Look and send') })).toBeVisible()
    await inspect(page, 'home with a submission that has not arrived')
    await inspectOtherWidth(page, 'home with a submission that has not arrived')
    await page.getByRole('link', { name: words('查看并发送', 'Look and send') }).click()
    await page.getByRole('button', { name: words('现在发送', 'Send now') }).click()
    await expect(page).toHaveURL(/\/employer\/inspection$/)
    await expect(page.getByText(/NJ\d{4}-1101170013-01/).first()).toBeVisible()
    await page.goto('/employer')
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.getByText(words('尚未送达', 'not arrived'))).toHaveCount(0)
  })
})
