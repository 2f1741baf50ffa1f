/**
 * Hands on the newest value, and never a text that an input method is still composing: half a syllable is not what somebody means, and
 * reading it back into the field would break the composition.
 */
export class Composed<Value> {
  #composing = false
  #waiting: { value: Value } | undefined
  readonly #then: (value: Value) => void
  readonly #begin = () => {
    this.#composing = true
  }
  readonly #end = () => {
    this.#composing = false
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) this.#then(waiting.value)
  }

  constructor(then: (value: Value) => void) {
    this.#then = then
    document.addEventListener('compositionstart', this.#begin)
    document.addEventListener('compositionend', this.#end)
  }

  give(value: Value): void {
    if (this.#composing) this.#waiting = { value }
    else this.#then(value)
  }

  stop(): void {
    this.#end()
    document.removeEventListener('compositionstart', this.#begin)
    document.removeEventListener('compositionend', this.#end)
  }
}
