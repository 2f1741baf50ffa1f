import type { Page } from '@playwright/test'
import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

// Cases of the demo office (docs/demo.md) that no other journey touches: of one its bank is asked, of the other the demand is served.
const asked = '问户食品'
const demanded = { name: '催告家具', registrationNo: '1101090031' }
const both = { bothWidths: true }

// Every Tab is pressed in the main job; here it is enough that Tab could.
test.use({ pressEveryTab: false })

test('bank, officer, employer and department each take a step of a case', async ({ page, words, inspectPage }) => {
  const main = page.getByRole('main')
  // The fine beside a case has its own form below.
  const form = main.locator('form').first()
  const take = async (verb: string) => {
    await form.getByRole('button', { name: verb }).click()
    await page.getByRole('dialog').getByRole('button', { name: verb }).click()
  }
  await test.step('the bank answers what it was asked', async () => {
    await as(page, 'partner', 'C1001')
    await page.goto('/partner/requests')
    const request = main.getByRole('listitem').filter({ hasText: asked })
    await request.getByRole('button', { name: words('答复', 'Answer') }).click()
    await form.locator('input[name=account]').fill('0200004509000131558')
    await form.locator('input[name=balance]').fill('3000')
    await form.locator('input[name=asOf]').fill(today())
    await form.locator('input[name=reference]').fill('E2E-CX-1')
    await inspectPage('bank answers an inquiry', both)
    await take(words('提交答复', 'Send the answer'))
    await expect(main.getByText(words('已提交。', 'It was sent.'))).toBeVisible()
  })

  await test.step('the officer prepares the application, and the story names the bank', async () => {
    await as(page, 'staff', 'S1001')
    await page.goto('/staff/enforcement')
    await main.getByRole('link', { name: asked }).click()
    const story = main.getByRole('list', { name: words('经过', 'What happened'), exact: true })
    await expect(story).toContainText(words('示范银行 · 钱柜员：银行回函', '示范银行 · 钱柜员 a bank replied'))
    await main
      .getByLabel(words('要办理的事项', 'What to do'))
      .first()
      .selectOption({ label: words('拟写：划拨申请书', 'Prepare: application for allocation') })
    await form.locator('select[name=bankId]').selectOption({ label: '示范银行' })
    await form.locator('textarea[name=facts]').fill('限期届满仍未缴纳，银行已答复账户和余额。')
    await inspectPage('application for allocation', both)
    await form.getByRole('button', { name: words('交负责人签发', 'Hand to the head to sign') }).click()
    await expect(main.getByText(words('待签发', 'Waits for the signature'))).toBeVisible()
  })

  await test.step('the employer finds the demand in its inbox, with what can be done and until when, and defends itself', async () => {
    await as(page, 'employer', demanded.registrationNo)
    await page.goto('/employer/inbox')
    const papers = page.getByRole('table', { name: words('强制征收文书', 'Papers of enforcement') })
    const demand = papers
      .getByRole('row')
      .filter({ hasText: words('催告书', 'Demand') })
      .first()
    await expect(demand).toContainText(words('缴纳，或者陈述、申辩。', 'Pay, or state your case in defence.'))
    await expect(demand).toContainText(words('日前', 'by '))
    await inspectPage('inbox with papers of enforcement', both)
    await demand.getByRole('link', { name: words('案件', 'Case') }).click()
    await form.locator('textarea[name=text]').fill('八月的社会保险费已于九月汇出，附银行回单。')
    await inspectPage('employer defends itself', both)
    await take(words('提交陈述申辩', 'Send what you have to say'))
    await expect(main.getByText(words('待答复', 'waits for an answer'))).toBeVisible()
  })

  await test.step('the department answers the defence', async () => {
    await as(page, 'partner', 'D1001')
    await page.goto('/partner/enforcement')
    await main.getByRole('link', { name: demanded.name }).click()
    await main
      .getByLabel(words('要办理的事项', 'What to do'))
      .first()
      .selectOption({ label: words('答复陈述申辩', 'Answer the defence') })
    await form.locator('textarea[name=answer]').fill('银行回单不是缴纳该期社会保险费的凭证。')
    await form.getByRole('radio', { name: words('否', 'No') }).check()
    await inspectPage('department answers a defence', both)
    await take(words('答复陈述申辩', 'Answer the defence'))
    const story = main.getByRole('list', { name: words('经过', 'What happened'), exact: true })
    await expect(story).toContainText(words('答复陈述申辩', 'answered the defence'))
    await expect(story).toContainText('示范区人力资源和社会保障局')
  })
})

async function as(page: Page, kind: 'staff' | 'partner' | 'employer', who: string): Promise<void> {
  await page.context().clearCookies()
  await comeIn(page, kind, who, 'Demo-2026-shebao')
}

/** The office's day. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
