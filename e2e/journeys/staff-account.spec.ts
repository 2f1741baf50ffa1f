import { Secret, TOTP } from 'otpauth'
import { Keyboard } from '../fixtures/keyboard.ts'
import { enter, signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const demoPassword = 'Demo-2026-shebao'
const ownPassword = 'seven green umbrellas'

// Every Tab is pressed in the main job and in a month; here it is enough that Tab could.
test.use({ pressEveryTab: false })

test('a staff account from its link to a sign-in with a second factor', async ({
  page,
  words,
  keyboard,
  inspectPage,
  browser,
  product,
  locale,
  viewport,
}) => {
  const staffNo = `S9${words('001', '002')}`
  let link = ''
  await test.step('an administrator makes the account and is given its link', async () => {
    await enter(page, words, keyboard, 'staff', 'S1003', demoPassword)
    await page.goto('/staff/accounts')
    await expect(page.getByRole('link', { name: 'S1001' })).toBeVisible()
    await inspectPage('staff accounts', { bothWidths: true })
    await page.getByRole('link', { name: words('新建账户', 'New account') }).click()
    await page.locator('input[name=staffNo]').fill(staffNo)
    await page.locator('input[name=displayName]').fill('郭新人')
    await page.locator('select').first().selectOption('OFFICER')
    await page.locator('input[name="roles.0.from"]').fill(today())
    await inspectPage('new staff account', { bothWidths: true })
    await page.getByRole('button', { name: words('建立账户', 'Make the account') }).click()
    await expect(page.getByRole('heading', { name: words('一次性链接', 'One-time link') })).toBeVisible()
    link = await page.getByText(/\/activate#/).innerText()
    await inspectPage('one-time link', { bothWidths: true })
    await page.getByRole('button', { name: words('已交给本人', 'Handed over') }).click()
    await expect(page.getByRole('heading', { level: 1, name: '郭新人' })).toBeVisible()
    await inspectPage('staff account', { bothWidths: true })
  })

  const context = await browser.newContext({ baseURL: product.url, locale: locale ?? 'en', viewport })
  const person = await context.newPage()
  await test.step('its person sets a password with it, once', async () => {
    await person.goto(link)
    await expect(person.getByText(staffNo)).toBeVisible()
    await person.locator('input[name=newPassword]').fill(ownPassword)
    await person.locator('input[name=repeated]').fill(ownPassword)
    await person.locator('button[type=submit]').click()
    await expect(person.getByText(words('密码已设置', 'The password is set')).first()).toBeVisible()
    await person.goto('about:blank')
    await person.goto(link)
    await expect(person.getByText(words('代码不正确、已使用或已失效', 'The code is not right, was used'))).toBeVisible()
  })

  const personKeyboard = new Keyboard(person, false)
  let secret = ''
  let recoveryCode = ''
  await test.step('enrols an authenticator app', async () => {
    await enter(person, words, personKeyboard, 'staff', staffNo, ownPassword)
    await person.goto('/account')
    await person.getByRole('button', { name: words('登记身份验证器', 'Enrol an authenticator app') }).click()
    await person.locator('input[name=deviceName]').fill(words('工作手机', 'work telephone'))
    await person.getByRole('button', { name: words('开始', 'Begin'), exact: true }).click()
    const qr = person.locator('img[alt]').last()
    await expect(qr).toBeVisible()
    secret = (await qr.getAttribute('alt')) ?? ''
    await person.locator('input[name=firstCode]').fill(codeOf(secret))
    await person.getByRole('button', { name: words('完成登记', 'Enrol'), exact: true }).click()
    const codes = person.locator('ul li', { hasText: /^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/ })
    await expect(codes).toHaveCount(10)
    recoveryCode = await codes.first().innerText()
    await person.getByRole('button', { name: words('我已保存恢复码', 'I have kept them') }).click()
    await expect(person.getByText(words('还有 10 个恢复码可用', '10 recovery codes are left'))).toBeVisible()
  })
  await test.step('enrols a passkey of the browser', async () => {
    const devTools = await context.newCDPSession(person)
    await devTools.send('WebAuthn.enable')
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await person.getByRole('button', { name: words('登记通行密钥', 'Enrol a passkey') }).click()
    await person.locator('input[name=deviceName]').fill(words('办公电脑', 'office computer'))
    await person.getByRole('button', { name: words('开始', 'Begin'), exact: true }).click()
    await expect(person.getByText(words('办公电脑', 'office computer'))).toBeVisible()
  })
  await test.step('signs in with a recovery code, once, and with the passkey', async () => {
    await context.clearCookies({ name: 'shebao_session' })
    await signIn(person, words, personKeyboard, 'staff', staffNo, ownPassword)
    await person
      .getByRole('button', { name: words('手机不在身边？改用恢复码', 'No telephone at hand? Use a recovery code') })
      .click()
    await person.locator('input[name=recoveryCode]').fill(recoveryCode)
    await person.getByRole('button', { name: words('验证并登录', 'Verify and sign in') }).click()
    await person.waitForURL((url) => url.pathname === '/staff')

    await context.clearCookies({ name: 'shebao_session' })
    await signIn(person, words, personKeyboard, 'staff', staffNo, ownPassword)
    await person
      .getByRole('button', { name: words('手机不在身边？改用恢复码', 'No telephone at hand? Use a recovery code') })
      .click()
    await person.locator('input[name=recoveryCode]').fill(recoveryCode)
    await person.getByRole('button', { name: words('验证并登录', 'Verify and sign in') }).click()
    await expect(
      person.getByText(words('不正确，或这组数字已用过', 'Not right, or these digits were used already')),
    ).toBeVisible()
    await person.getByRole('button', { name: words('使用通行密钥', 'Use a passkey') }).click()
    await person.waitForURL((url) => url.pathname === '/staff')
  })
  await context.close()

  await test.step('the account’s history says what happened', async () => {
    await page.reload()
    await expect(page.getByText(words('登记第二验证因素', 'Enrolled a second factor')).first()).toBeVisible()
    await inspectPage('history of a staff account', { bothWidths: true })
  })
})

const codeOf = (secret: string) => TOTP.generate({ secret: Secret.fromBase32(secret) })

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}
