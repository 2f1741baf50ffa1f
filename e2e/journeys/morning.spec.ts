import { comeIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const officer = 'S1001'
const password = 'Demo-2026-shebao'

test('a morning at the desk: my work, a review by keys, on to the next, and several together', async ({
  page,
  words,
  inspectPage,
}) => {
  const waiting = page.locator('tr a[data-work^="annual-declaration"]')
  const ofOtherDesks = page.locator('tr a[data-work]:not([data-work^="annual-declaration"])')

  await test.step('the list says what waits, and the filter goes into the address', async () => {
    await comeIn(page, 'staff', officer, password)
    await expect(page.getByRole('heading', { level: 1, name: words('我的待办', 'My work') })).toBeVisible()
    await inspectPage('my work')
    await page
      .getByRole('navigation', { name: words('事项', 'Desk'), exact: true })
      .getByRole('link', { name: words('年检申报', 'Annual inspection') })
      .click()
    await expect(page).toHaveURL(/desk=ANNUAL_DECLARATION/)
  })

  await test.step('a case is taken, and reviewed without leaving the keyboard', async () => {
    // The address changes a moment before the list: a key pressed then goes to a row that leaves.
    await expect(ofOtherDesks).toHaveCount(0)
    await expect(waiting.first()).toBeVisible()
    await page.keyboard.press('j')
    await expect(waiting.first()).toBeFocused()
    await page.keyboard.press('t')
    await expect(page.getByRole('button', { name: words('放回：', 'Give back') })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/declarations\//)
    await expect(page.getByRole('button', { name: words('开始审核', 'Start review') })).toBeVisible()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await inspectPage('keys of a review')
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    await expect(page.getByRole('button', { name: words('建议通过', 'Recommend acceptance') })).toBeVisible()
    await page.keyboard.press('r')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('建议通过', 'Recommend'), exact: true })
      .click()
    await expect(page.getByText(words('等待另一人复核', 'another person now decides')).first()).toBeVisible()
    await expect(page).toHaveURL(/declarations\//)
  })

  await test.step('back in the list, with its filter; those without differences are recommended together', async () => {
    await page.keyboard.press('u')
    await expect(page).toHaveURL(/\/staff\?desk=ANNUAL_DECLARATION/)
    await expect(waiting.first()).toBeVisible()
    await expect(ofOtherDesks).toHaveCount(0)
    const before = await waiting.count()
    await page.getByRole('button', { name: words('选中可批量', 'Select all that can be recommended') }).click()
    await page.getByRole('button', { name: words('批量建议通过', 'Recommend together') }).click()
    const dialog = page.getByRole('dialog')
    await inspectPage('recommending together')
    await dialog.getByRole('button', { name: words('建议通过', 'Recommend') }).click()
    await expect(dialog.getByText(words('已建议通过', 'recommended')).first()).toBeVisible()
    await dialog.getByRole('button', { name: words('关闭', 'Close') }).click()
    await expect.poll(() => waiting.count()).toBeLessThan(before)
  })
})
