import { afterEach, expect, it } from 'vitest'
import { returnFocusToButtons } from './return-focus.ts'

returnFocusToButtons()
afterEach(() => document.body.replaceChildren())

/** As a browser does it; jsdom leaves the focus where it was. */
async function press(button: HTMLButtonElement, meanwhile: () => void = () => undefined) {
  button.focus()
  button.disabled = true
  button.blur()
  meanwhile()
  button.disabled = false
  await Promise.resolve()
  return document.activeElement
}

it('comes back to the button that was disabled while its press was on its way', async () => {
  document.body.innerHTML = '<button>保存</button><input>'
  const [button, field] = [document.querySelector('button'), document.querySelector('input')]
  if (!button || !field) throw new Error('The page is not there.')
  expect(await press(button)).toBe(button)
  expect(await press(button, () => field.focus())).toBe(field)
})
