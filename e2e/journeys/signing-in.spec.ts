import { expect, test } from '../fixtures/test.ts'
import { enter, signIn } from '../fixtures/sign-in.ts'

test('a wrong password and an unknown number get the same neutral answer', async ({
  page,
  words,
  keyboard,
  inspectPage,
}) => {
  await page.goto('/')
  await inspectPage('welcome page')
  const neutral = words(
    '登录信息或验证码不正确，请核对后重新输入。',
    'The details or the verification code are not right.',
  )
  for (const number of ['1101080001', '9999999999']) {
    await signIn(page, words, keyboard, 'employer', number, 'not-the-password')
    await expect(page.getByText(neutral)).toBeVisible()
  }
  await inspectPage('refused sign-in')
})

test('signing out everywhere ends the session at once', async ({ page, words, keyboard, inspectPage }) => {
  await enter(page, words, keyboard, 'staff', 'S1004', 'Demo-2026-shebao')
  await expect(page).toHaveURL(/\/staff/)
  await page.goto('/account')
  await inspectPage('account page')
  await page.getByRole('button', { name: words('退出全部设备', 'Sign out everywhere') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('退出全部设备', 'Sign out everywhere') })
    .click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/staff')
  await expect(page).toHaveURL(/sign-in\/staff/)
})
