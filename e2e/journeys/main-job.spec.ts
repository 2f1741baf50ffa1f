import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRoster } from '@shebao/roster'
import type { Locator } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { Officer } from '../fixtures/office.ts'
import { People } from '../fixtures/people.ts'
import type { Product } from '../fixtures/product.ts'
import { enter } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const registrationNo = '1101080001'
const employerName = '青禾软件（示范）有限公司'
const demoPassword = 'Demo-2026-shebao'
const newCardPassword = '704913'
const oneTimeCode = 'DEMO-2026'

test('an employer files, the office accepts, the bill is paid, the insured person sees it', async ({
  page,
  product,
  words,
  keyboard,
  inspectPage,
}) => {
  const clerk = new Clerk(page, words, keyboard, inspectPage)
  const officer = new Officer(page, words, inspectPage)
  const people = new People(page)
  const changeTo = (kind: 'employer' | 'staff' | 'me', identifier: string, password = demoPassword) =>
    people.change(identifier, `/${kind}`, () => enter(page, words, keyboard, kind, identifier, password))

  await test.step('the clerk signs in and begins', async () => {
    await changeTo('employer', registrationNo)
    await clerk.beginInspection()
  })
  await test.step('personnel from a real file', async () => {
    await clerk.readFile(product, registrationNo)
    await clerk.signList()
  })
  await test.step('the unit form', () => clerk.fillUnitForm())
  await test.step('the comparison', () => clerk.compare())
  await test.step('submission, printing and verification', async () => {
    await clerk.submit(1)
    const code = await clerk.print()
    await page.goto(`/verify/${code}`)
    await expect(page.getByText(employerName)).toBeVisible()
    await inspectPage('verification page')
  })
  await test.step('staff return it with a note at a field', async () => {
    await changeTo('staff', 'S1001')
    await officer.open(employerName)
    await officer.start()
    await officer.returnWithNote(words('经办人联系电话', 'Handler’s phone'), '电话无人接听，请更正')
  })
  await test.step('the clerk sees the note at its field and submits again', async () => {
    await changeTo('employer', registrationNo)
    await clerk.answerNote('电话无人接听，请更正', 'handlerPhone', '13900139000')
    await clerk.submit(2)
  })
  await test.step('one recommends, another accepts', async () => {
    await changeTo('staff', 'S1001')
    await officer.open(employerName)
    await officer.start()
    await officer.recommend()
    await changeTo('staff', 'S1002')
    await officer.open(employerName, 'review with a recommendation')
    await officer.accept()
  })
  await test.step('the clerk pays at the bank, which reports twice', async () => {
    await changeTo('employer', registrationNo)
    await page.goto('/employer/bills')
    await expect(page.getByRole('heading', { level: 1, name: words('缴费', 'Payments') })).toBeVisible()
    await inspectPage('bills')
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(thisMonth(words)) })
      .first()
      .click()
    await inspectPage('bill')
    await page.getByRole('button', { name: words('去缴费', 'Pay'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('前往银行付款', 'Go to the bank') })
      .click()
    await page.getByLabel(words('同一通知发送两次', 'Send the same notification twice')).check()
    await inspectPage('the bank’s cashier')
    await page.locator('button[value=pay]').click()
    await expect(page.getByText(words('已缴清', 'Paid, posted on')).first()).toBeVisible({ timeout: 60_000 })
    await inspectPage('paid bill')
    await page.goto('/employer/bills')
    await page
      .getByRole('main')
      .getByRole('link', { name: words('已收到的款项', 'Money received') })
      .click()
    const receipt = page.getByRole('link', { name: words('收款凭证（PDF）', 'Receipt (PDF)') }).first()
    await expect(receipt).toBeVisible()
    await inspectPage('money received')
    const paper = await page.request.get((await receipt.getAttribute('href')) ?? '')
    expect(paper.headers()['content-type']).toBe('application/pdf')
  })
  await test.step('the insured person sees the month, paid', async () => {
    const idNumber = someoneInTheFile(product)
    await changeTo('me', idNumber, idNumber.slice(-6).replace('X', '0'))
    await expect(page).toHaveURL(/first-password/)
    await inspectPage('first password')
    await page.locator('input[name=oneTimeCode]').fill('WRNG-2345')
    await page.locator('input[name=newPassword]').fill(newCardPassword)
    await page.locator('input[name=repeated]').fill(newCardPassword)
    await page.locator('button[type=submit]').click()
    await expect(page.getByText(words('验证码不正确或已失效', 'The code is not right'))).toBeVisible()
    await page.locator('input[name=oneTimeCode]').fill(oneTimeCode)
    await page.locator('button[type=submit]').click()
    await expect(page).toHaveURL(/\/me$/)
    await inspectPage('insured person’s home')
    await page.goto('/me/record')
    await inspectPage('payment record')
    // Wide enough for a finger, on a phone as well.
    for (const month of await page.locator('ol button').all())
      expect((await month.boundingBox())?.width).toBeGreaterThanOrEqual(32)
    await page
      .getByRole('button', { name: new RegExp(thisMonth(words)) })
      .first()
      .click()
    await expect(page.getByRole('dialog').getByText(employerName)).toBeVisible()
    await expect(page.getByRole('dialog').getByText(words('已缴', 'Paid')).first()).toBeVisible()
    await inspectPage('a month in full')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(words('查看计算过程', 'show how it was worked out')) })
      .first()
      .click()
    await expectOnTop(
      page.getByRole('heading', { name: words('这笔金额是怎样算出来的', 'How this amount was worked out') }),
    )
    await page.goto('/me/card')
    await inspectPage('card')
  })
})

/** What opened is what is seen there, not something that lies behind another. */
async function expectOnTop(opened: Locator): Promise<void> {
  await expect(opened).toBeVisible()
  await expect
    .poll(() =>
      opened.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
      }),
    )
    .toBe(true)
}

function thisMonth(words: (zh: string, en: string) => string): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  const month = now.getUTCMonth()
  const english = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  return words(`${now.getUTCFullYear()}年${month + 1}月`, `${english[month]} ${now.getUTCFullYear()}`)
}

/** Somebody who was with the employer before and has nothing that the comparison changed. */
function someoneInTheFile(product: Product): string {
  const name = `roster-${registrationNo}.xlsx`
  const read = readRoster(new Uint8Array(readFileSync(join(product.dataDirectory, 'demo', name))), name)
  const person = read.ok ? read.file.rows[10]?.draft.idNumber : undefined
  if (!person) throw new Error('The demo file names nobody.')
  return person
}
