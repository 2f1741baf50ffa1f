/**
 * A button that was pressed is disabled while its press is on its way, and the browser then puts the focus nowhere: whoever listens to the
 * page or goes by keys would begin at its top. Once it can be pressed again it has the focus again, unless something else has it by then.
 */
export function returnFocusToButtons(): void {
  let left: HTMLButtonElement | undefined
  document.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLButtonElement && target.disabled) left = target
  })
  document.addEventListener('focusin', () => {
    left = undefined
  })
  const giveBack = () => {
    if (left && !left.disabled && document.activeElement === document.body) left.focus()
  }
  new MutationObserver(giveBack).observe(document, { subtree: true, attributes: true, attributeFilter: ['disabled'] })
}
