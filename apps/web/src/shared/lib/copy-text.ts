/**
 * Puts a text where Ctrl+V takes it from; whether that worked. Browsers close the clipboard to pages that came without encryption, as
 * offices serve them within the house: there the text is selected for a moment and copied as by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return copySelected(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement
  // Beside an open dialog nothing can be selected.
  const place = focused?.closest('dialog') ?? document.body
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.position = 'fixed'
  field.style.opacity = '0'
  place.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } finally {
    field.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
