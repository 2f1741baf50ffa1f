import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

/** A unit of the demo office that has not begun this month; no other journey declares for it. */
const registrationNo = '1101110011'

test('an employer has somebody join and somebody stop, sees what the bill becomes, and files the month', async ({
  page,
  words,
  inspectPage,
}) => {
  const main = page.getByRole('main')
  const button = (zh: string, en: string) => main.getByRole('button', { name: words(zh, en), exact: true })
  await comeIn(page, 'employer', registrationNo, 'Demo-2026-shebao')
  await page.goto('/employer/monthly')
  await main.getByRole('button', { name: words('开始', 'Start') }).click()
  await expect(main.getByText(words('还没有变动', 'No change yet'))).toBeVisible()

  await test.step('somebody joins', async () => {
    await button('增员', 'Join').click()
    await page.locator('select[name=changeType]').selectOption('ADD_NEW')
    await page.locator('input[name=name]').fill('陈新来')
    await page.locator('input[name=idNumber]').fill('110101199003078670')
    await page.locator('input[name=hireDate]').fill('2026-09-01')
    await page.locator('input[name=monthlyWage]').fill('9800')
    await page.locator('select[name=householdType]').selectOption('LOCAL_URBAN')
    await page.locator('select[name=employmentForm]').selectOption('CONTRACT')
    await button('确认增员', 'Confirm the join').click()
    await expect(main.getByRole('row', { name: '陈新来' })).toBeVisible()
  })

  await test.step('somebody stops, and what that breaks is said before', async () => {
    await button('减员', 'Stop').click()
    await main
      .getByRole('list', { name: words('在册职工', 'People in the register') })
      .getByRole('button')
      .first()
      .click()
    await page.locator('select[name=changeType]').selectOption('STOP_RESIGN')
    await expect(main.getByText(words('最低需要', 'that are needed'))).toBeVisible()
    await inspectPage('a stop and what it breaks')
    await button('确认停保', 'Confirm the stop').click()
    await expect(main.getByRole('row', { name: words('本人辞职', 'Resigned') })).toBeVisible()
  })

  await test.step('the bill is seen as it becomes, and the month is filed', async () => {
    await main.getByRole('link', { name: words('核对并提交', 'Check and submit') }).click()
    await expect(main.getByRole('table', { name: words('核定后的缴费', 'The next bill') })).toBeVisible()
    await page.locator('input[name=truthDeclared]').check()
    await page.locator('input[name=signer]').fill('李经办')
    await inspectPage('check and submit the month')
    await button('提交申报', 'Submit').dblclick()
    await expect(main.getByText(/YB\d{6}-1101110011-R0-01/)).toBeVisible()
    await inspectPage('the month is submitted')
  })
})
