import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { Keyboard } from '../fixtures/keyboard.ts'
import { Officer } from '../fixtures/office.ts'
import { choosePassword } from '../fixtures/production/office-people.ts'
import { linkOfLetter } from '../fixtures/production/read-letter.ts'
import {
  bringNamedTable,
  bringTable,
  makeAccount,
  printLetter,
  proposeParameters,
  publishCalendar,
  publishParameters,
  takeIn,
} from '../fixtures/production/set-up-office.ts'
import * as tables from '../fixtures/production/tables.ts'
import { test } from '../fixtures/production/test.ts'
import { enter } from '../fixtures/sign-in.ts'

const passwords = {
  head: 'seven green umbrellas',
  officer: 'nine quiet lanterns',
  reviewer: 'four brass kettles',
  clerk: 'two slow wooden carts',
}
const { employer } = tables

/** The walk of docs/going-live.md, as the people of a new office do it, against what production is in earnest. */
test('from an empty database to the first paid declaration', async ({ production, people }) => {
  const { words } = people
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const year = Number(today.slice(0, 4))
  const failing = async () =>
    (await production.readiness()).checks
      .filter(({ ok }) => !ok)
      .map(({ name }) => name)
      .toSorted()

  const head = await test.step('the first administrator: a password, a second factor', async () => {
    const page = await people.beginWithInitialPassword('HEAD01', production.initialPassword, passwords.head)
    expect(await failing()).toEqual(expect.arrayContaining(['calendar', 'parameters']))
    return page
  })
  const [officer, reviewer] = await test.step('two more people', async () => {
    const links = [
      await makeAccount(head, 'JB0001', '陈经办', 'OFFICER'),
      await makeAccount(head, 'FH0001', '周复核', 'REVIEWER'),
    ]
    return Promise.all([
      people.beginWithLink(links[0] ?? '', 'JB0001', passwords.officer),
      people.beginWithLink(links[1] ?? '', 'FH0001', passwords.reviewer),
    ])
  })
  await test.step('working days of this year and the next', async () => {
    await head.goto('/staff')
    await publishCalendar(head, [year, year + 1])
    expect(await failing()).toEqual(['parameters'])
  })
  await test.step('parameters from a file, by two people', async () => {
    await officer.goto('/staff')
    await proposeParameters(officer)
    await publishParameters(head)
    expect(await production.readiness()).toMatchObject({ status: 'ready', billing: 'ready' })
  })
  await test.step('employers, people, enrolments, balances', async () => {
    await bringNamedTable(officer, '单位', tables.employers, { 统一社会信用代码: 'USCC-18' })
    await takeIn(officer)
    await expect(officer.getByRole('link', { name: '继续导入：人员' })).toBeVisible()
    await bringTable(officer, '人员', tables.people)
    await takeIn(officer)
    await bringTable(officer, '参保登记', tables.enrolmentsWithAStranger)
    await expect(officer.getByText('有错误的文件不能导入')).toBeVisible()
    await officer.getByRole('button', { name: '放弃', exact: true }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click()
    await bringTable(officer, '参保登记', tables.enrolments)
    await takeIn(officer)
    await bringTable(officer, '期初余额', tables.openingBalances(today))
    await expect(officer.getByText('由导入人以外的复核或负责人员确认入账')).toBeVisible()
    await reviewer.goto('/staff')
    await reviewer.getByRole('main').getByRole('link', { name: '期初余额.csv' }).click()
    await takeIn(reviewer, '确认入账')
  })
  const clerkPage = await test.step('the letter to the employer, whose clerk signs in', async () => {
    const page = await people.sitDown()
    await page.goto(linkOfLetter(await printLetter(head, employer.name)))
    await expect(page.getByText(employer.registrationNo)).toBeVisible()
    await choosePassword(page, passwords.clerk)
    await page.getByRole('link', { name: '前往登录' }).click()
    await enter(page, words, new Keyboard(page, false), 'employer', employer.registrationNo, passwords.clerk)
    return page
  })
  await test.step('the first declaration', async () => {
    const clerk = new Clerk(clerkPage, words, new Keyboard(clerkPage, false), async () => undefined)
    await clerk.beginInspection()
    await clerk.readList(tables.csv('职工名单.csv', tables.roster), 2)
    await clerk.signList()
    await clerk.fillUnitForm()
    await clerk.compare()
    await clerk.submit(1)
  })
  await test.step('one recommends it, another accepts it', async () => {
    await atReview(officer, async (desk) => {
      await desk.start()
      await desk.recommend()
    })
    await atReview(reviewer, (desk) => desk.accept())
  })
  await test.step('the bill, less the credit that was brought in, is paid at the bank', async () => {
    await clerkPage.goto('/employer/bills')
    await expect(clerkPage.getByText('¥ 6,560.00').first()).toBeVisible()
    await clerkPage
      .getByRole('main')
      .getByRole('link', { name: monthOf(today) })
      .click()
    await clerkPage.getByRole('button', { name: '去缴费', exact: true }).click()
    await clerkPage.getByRole('dialog').getByRole('button', { name: '前往银行付款' }).click()
    await clerkPage.locator('button[value=pay]').click()
    await expect(clerkPage.getByText('已缴清').first()).toBeVisible({ timeout: 60_000 })
  })
  await test.step('and receipted', async () => {
    const receipt = clerkPage.getByRole('link', { name: '收款凭证（PDF）' }).first()
    const paper = await clerkPage.request.get((await receipt.getAttribute('href')) ?? '')
    expect(paper.headers()['content-type']).toBe('application/pdf')
  })

  async function atReview(page: Page, work: (desk: Officer) => Promise<void>): Promise<void> {
    const desk = new Officer(page, words, async () => undefined)
    await page.goto('/staff')
    await desk.open(employer.name)
    await work(desk)
  }
})

const monthOf = (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`
