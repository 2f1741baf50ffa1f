import { afterEach, expect, it, vi } from 'vitest'
import { copyText } from './copy-text.ts'

// The next file in this worker has the same document.
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('goes by the clipboard where the browser opens it, and says when it does not', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('AAAA-BBBB')).toBe(true)
  expect(writeText).toHaveBeenCalledWith('AAAA-BBBB')
  writeText.mockRejectedValueOnce(new Error('not allowed'))
  expect(await copyText('AAAA-BBBB')).toBe(false)
})

it('selects the text without encryption, and gives the focus back', async () => {
  vi.stubGlobal('navigator', {})
  document.body.innerHTML = '<dialog open><button>x</button></dialog>'
  const button = document.querySelector('button')
  button?.focus()
  let selected = ''
  document.execCommand = () => {
    const field = document.querySelector<HTMLTextAreaElement>('dialog textarea')
    selected = field?.value.slice(field.selectionStart, field.selectionEnd) ?? ''
    return true
  }
  expect(await copyText('AAAA-BBBB')).toBe(true)
  expect(selected).toBe('AAAA-BBBB')
  expect(document.activeElement).toBe(button)
  expect(document.querySelector('textarea')).toBeNull()
})
