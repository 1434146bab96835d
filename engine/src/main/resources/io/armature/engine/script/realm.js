// Prepares a realm before any pack runs in it: what varies comes from the call at hand, so that a call can be run again;
// what a builtin would do without end is refused; and nobody changes what others stand on.
(function (host) {
  'use strict'
  const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyDescriptors, getPrototypeOf, freeze } = Object
  const { apply, ownKeys, construct } = Reflect
  const isArray = Array.isArray
  const NativeDate = Date
  const NativePromise = Promise
  const then = Promise.prototype.then
  const parse = JSON.parse
  const longest = 5_000_000

  const hide = (object, name, value) =>
    defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true })

  // Time and chance.
  const dateOf = (parts, target) => construct(NativeDate, parts.length === 0 ? [host.millis()] : parts, target)
  const OwnDate = function Date(...parts) {
    return new.target === undefined ? dateOf([], NativeDate).toString() : dateOf(parts, new.target)
  }
  defineProperty(OwnDate, 'prototype', { value: NativeDate.prototype, writable: false })
  defineProperty(OwnDate, 'length', { value: 7 })
  hide(OwnDate, 'now', () => host.millis())
  hide(OwnDate, 'parse', NativeDate.parse)
  hide(OwnDate, 'UTC', NativeDate.UTC)
  hide(NativeDate.prototype, 'constructor', OwnDate)
  hide(globalThis, 'Date', OwnDate)
  hide(Math, 'random', () => host.random())
  const instant = (text) => Temporal.Instant.from(text)
  hide(Temporal.Now, 'instant', () => instant(host.instant()))
  hide(Temporal.Now, 'timeZoneId', () => host.zone())
  hide(Temporal.Now, 'zonedDateTimeISO', (zone) => instant(host.instant()).toZonedDateTimeISO(zone ?? host.zone()))
  hide(Temporal.Now, 'plainDateTimeISO', (zone) => Temporal.Now.zonedDateTimeISO(zone).toPlainDateTime())
  hide(Temporal.Now, 'plainDateISO', (zone) => Temporal.Now.zonedDateTimeISO(zone).toPlainDate())
  hide(Temporal.Now, 'plainTimeISO', (zone) => Temporal.Now.zonedDateTimeISO(zone).toPlainTime())

  hide(globalThis, 'Decimal', host.decimal)
  hide(globalThis, 'console', freeze({
    log: host.log('info'), info: host.log('info'), debug: host.log('debug'), warn: host.log('warning'),
    error: host.log('error'), trace: host.log('debug'),
  }))

  // Some builtins run through array-likes without ever looking whether they shall stop.
  const checked = (value) => {
    if (value === null || value === undefined || typeof value === 'string') return
    const length = isArray(value) ? value.length : getOwnPropertyDescriptor(Object(value), 'length')?.value
    if (length === undefined) {
      if (typeof value === 'object' && 'length' in value && !ArrayBuffer.isView(value)) {
        throw new TypeError('Array methods work on arrays, and on objects with a length of their own')
      }
      return
    }
    if (length > longest) throw new RangeError(`The array is longer than ${longest} elements`)
  }
  const guard = (owner, name, look) => {
    const native = owner[name]
    if (typeof native !== 'function') return
    const guarded = { [name](...given) { look(this, given); return apply(native, this, given) } }[name]
    defineProperty(guarded, 'length', { value: native.length })
    hide(owner, name, guarded)
  }
  for (const name of ['at', 'concat', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex',
    'flat', 'flatMap', 'forEach', 'includes', 'indexOf', 'join', 'lastIndexOf', 'map', 'pop', 'push', 'reduce', 'reduceRight',
    'reverse', 'shift', 'slice', 'some', 'sort', 'splice', 'toLocaleString', 'toReversed', 'toSorted', 'toSpliced', 'unshift',
    'with', 'toString']) {
    guard(Array.prototype, name, (self, given) => { checked(self); if (name === 'concat') given.forEach(checked) })
  }
  guard(Array, 'from', (self, given) => { if (given[0]?.[Symbol.iterator] === undefined) checked(given[0]) })
  guard(Array, 'fromAsync', (self, given) => { if (given[0]?.[Symbol.iterator] === undefined) checked(given[0]) })

  // To these a text or an array is one property for each of its letters or elements, all made before anybody looks up: few where
  // an object gets them, more where they are only told.
  const bound = (value, properties) => {
    if (value === null || value === undefined) return
    const length = typeof value === 'string' || ArrayBuffer.isView(value) ? value.length
      : typeof value === 'object' ? getOwnPropertyDescriptor(value, 'length')?.value : undefined
    if (length > properties) throw new RangeError(`More than ${properties} properties`)
  }
  const told = (value) => bound(value, 500_000)
  const made = (value) => {
    bound(value, 20_000)
    if (value !== null && typeof value === 'object') bound(ownKeys(value), 20_000)
  }
  for (const name of ['assign', 'create', 'defineProperties', 'freeze', 'getOwnPropertyDescriptors', 'isFrozen', 'isSealed', 'seal']) {
    guard(Object, name, (self, given) => given.forEach(made))
  }
  for (const name of ['entries', 'getOwnPropertyNames', 'getOwnPropertySymbols', 'keys', 'values']) {
    guard(Object, name, (self, given) => given.forEach(told))
  }
  guard(Reflect, 'ownKeys', (self, given) => told(given[0]))

  // Writing JSON does not look up either: it does so when it calls somebody for each value.
  const stringify = JSON.stringify
  const same = (key, value) => value
  const picking = (list) => {
    const names = list.filter((name) => typeof name === 'string' || typeof name === 'number' || name instanceof String || name instanceof Number)
    const keys = new Set(names.map((name) => `${name}`))
    return (key, value) => {
      if (value === null || typeof value !== 'object' || isArray(value) ||
        value instanceof Number || value instanceof String || value instanceof Boolean) return value
      const picked = { __proto__: null }
      for (const name of keys) picked[name] = value[name]
      return picked
    }
  }
  hide(JSON, 'stringify', { stringify(value, replacer, space) {
    if (isArray(replacer)) bound(replacer, 20_000)
    const asked = typeof replacer === 'function' ? replacer : isArray(replacer) ? picking(replacer) : same
    return apply(stringify, JSON, [value, asked, space])
  } }.stringify)

  // Lists of locales are gone through whole, however long they say they are.
  const locales = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || !('length' in value)) return
    if (!isArray(value) || value.length > 100) throw new RangeError('Locales are a text, or an array of at most 100')
  }
  for (const name of ownKeys(Intl)) {
    const native = Intl[name]
    if (typeof native === 'function' && native.prototype === undefined) {
      guard(Intl, name, (self, given) => locales(given[0]))
    } else if (typeof native === 'function') {
      const guarded = { [name]: function (...given) {
        locales(given[0])
        return new.target === undefined ? apply(native, this, given) : construct(native, given, new.target)
      } }[name]
      guard(native, 'supportedLocalesOf', (self, given) => locales(given[0]))
      if (native.supportedLocalesOf !== undefined) hide(guarded, 'supportedLocalesOf', native.supportedLocalesOf)
      defineProperty(guarded, 'prototype', { value: native.prototype, writable: false })
      defineProperty(guarded, 'length', { value: native.length })
      hide(native.prototype, 'constructor', guarded)
      hide(Intl, name, guarded)
    }
  }
  const temporal = ownKeys(Temporal).map((name) => Temporal[name]?.prototype).filter((one) => one !== undefined)
  for (const owner of [Number.prototype, Date.prototype, String.prototype, Array.prototype,
    getPrototypeOf(Uint8Array.prototype), ...temporal]) {
    for (const name of ownKeys(owner)) {
      if (typeof name === 'string' && name.startsWith('toLocale')) guard(owner, name, (self, given) => locales(given[0]))
    }
  }

  // A number in a text is taken digit by digit here, and each digit is as much work as all before it.
  const primitive = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value
    const exotic = value[Symbol.toPrimitive]
    const ways = exotic === undefined || exotic === null ? [value.valueOf, value.toString] : [exotic]
    for (const way of ways) {
      const simple = typeof way === 'function' ? apply(way, value, ['number']) : value
      if (simple === null || (typeof simple !== 'object' && typeof simple !== 'function')) return simple
    }
    throw new TypeError('Not a number')
  }
  const shortly = (value) => {
    const number = primitive(value)
    if (typeof number === 'string' && (number.length > 400 || /e[+-]?\d{4}/i.test(number))) throw new RangeError('The number is too long')
    return number
  }
  const numbers = Intl.NumberFormat.prototype
  const format = getOwnPropertyDescriptor(numbers, 'format').get
  defineProperty(numbers, 'format', {
    get() {
      const native = apply(format, this, [])
      return (value) => native(shortly(value))
    },
    enumerable: false,
    configurable: true,
  })
  for (const name of ['formatToParts', 'formatRange', 'formatRangeToParts']) {
    guard(numbers, name, (self, given) => given.forEach((value, at) => { given[at] = shortly(value) }))
  }
  // Words of some languages are looked up from the beginning of the text.
  guard(Intl.Segmenter.prototype, 'segment', (self, given) => {
    if ((given[0] = `${given[0]}`).length > 200_000) throw new RangeError('Too long to be segmented')
  })
  guard(String.prototype, 'localeCompare', (self, given) => locales(given[1]))

  // Before it looks at a letter, the engine of regular expressions goes every way through the pattern, and nothing stops it there.
  const NativeRegExp = RegExp
  const regular = NativeRegExp.prototype
  const sourceOf = getOwnPropertyDescriptor(regular, 'source').get
  const affordable = (pattern, flags) => {
    const refusal = host.pattern(pattern, flags)
    if (refusal !== null) throw new RangeError(refusal)
  }
  const isRegular = (value) => {
    if (value === null || typeof value !== 'object' || value === regular) return false
    try { apply(sourceOf, value, []); return true } catch (e) { return false }
  }
  const OwnRegExp = function RegExp(pattern, flags) {
    const native = isRegular(pattern)
    const match = pattern !== null && typeof pattern === 'object' ? pattern[Symbol.match] : undefined
    const like = match === undefined ? native : !!match
    if (new.target === undefined && flags === undefined && like && pattern.constructor === OwnRegExp) return pattern
    const source = native ? apply(sourceOf, pattern, []) : like ? pattern.source : pattern
    const signs = flags === undefined && like ? pattern.flags : flags
    const given = [source === undefined ? '' : `${source}`, signs === undefined ? '' : `${signs}`]
    affordable(given[0], given[1])
    return construct(NativeRegExp, given, new.target ?? OwnRegExp)
  }
  for (const name of ownKeys(NativeRegExp)) {
    const property = getOwnPropertyDescriptor(NativeRegExp, name)
    if (name !== 'prototype' && getOwnPropertyDescriptor(OwnRegExp, name)?.configurable !== false) defineProperty(OwnRegExp, name, property)
  }
  defineProperty(OwnRegExp, 'prototype', { value: regular, writable: false })
  hide(regular, 'constructor', OwnRegExp)
  hide(globalThis, 'RegExp', OwnRegExp)
  delete regular.compile
  // These make another one of what they are called on, by the native constructor where that has none: of others, a copy does it.
  for (const symbol of [Symbol.matchAll, Symbol.split]) {
    const native = regular[symbol]
    defineProperty(regular, symbol, { value: { [symbol](...given) {
      if (!isRegular(this)) throw new TypeError('Not a regular expression')
      let own = this
      if (getPrototypeOf(this) !== regular || ownKeys(this).length > 1) {
        own = new OwnRegExp(apply(sourceOf, this, []), this.flags)
        own.lastIndex = this.lastIndex
      }
      return apply(native, own, given)
    } }[symbol], writable: true, enumerable: false, configurable: true })
  }

  // What searches a text for another compares at each place of the one with all of the other, at worst; what takes a text for a
  // pattern makes a regular expression of it. An object that searches in its own way is asked once how it does that.
  const comparisons = 200_000_000
  const searching = (name, symbol, look) => {
    const native = String.prototype[name]
    const guarded = {
      [name](...given) {
        if (this === null || this === undefined) return apply(native, this, given)
        let sought = given[0]
        if (symbol !== undefined && sought !== null && (typeof sought === 'object' || typeof sought === 'function')) {
          if (name.endsWith('All') && isRegular(sought) && !`${sought.flags}`.includes('g')) {
            throw new TypeError(`${name} needs a regular expression with the flag g`)
          }
          const own = sought[symbol]
          if (own !== undefined && own !== null) {
            given[0] = this
            return apply(own, sought, given)
          }
        }
        const text = `${this}`
        if (sought === undefined && look === undefined && name !== 'split') sought = 'undefined'
        if (sought !== undefined) {
          given[0] = sought = `${sought}`
          if (look !== undefined) look(sought)
          else if (text.length * sought.length > comparisons) {
            throw new RangeError(`Too long to search: ${text.length} characters for ${sought.length}`)
          }
        }
        return apply(native, text, given)
      },
    }[name]
    defineProperty(guarded, 'length', { value: native.length })
    hide(String.prototype, name, guarded)
  }
  guard(String.prototype, 'normalize', (self) => {
    if (self !== null && self !== undefined && `${self}`.length > 1_000_000) throw new RangeError('Too long to normalize')
  })
  for (const name of ['indexOf', 'lastIndexOf', 'includes']) searching(name)
  for (const name of ['split', 'replace', 'replaceAll']) searching(name, Symbol[name === 'split' ? 'split' : 'replace'])
  for (const name of ['match', 'matchAll', 'search']) searching(name, Symbol[name], (sought) => affordable(sought, ''))

  // What changes case copies the whole text for each letter that grows, such as ß: hence piece by piece, between words where it can.
  const piece = 10_000
  for (const name of ['toUpperCase', 'toLowerCase', 'toLocaleUpperCase', 'toLocaleLowerCase']) {
    const native = String.prototype[name]
    const guarded = {
      [name](...given) {
        if (this === null || this === undefined) return apply(native, this, given)
        const text = typeof this === 'string' ? this : `${this}`
        if (text.length <= piece) return apply(native, text, given)
        let changed = ''
        for (let from = 0, to; from < text.length; from = to) {
          to = from + piece
          const part = text.slice(from, to)
          const blank = part.lastIndexOf(' ')
          if (to < text.length && blank >= 0) to = from + blank + 1
          else if (to < text.length && part.charCodeAt(piece - 1) >= 0xd800 && part.charCodeAt(piece - 1) < 0xdc00) to--
          changed += apply(native, text.slice(from, to), given)
        }
        return changed
      },
    }[name]
    defineProperty(guarded, 'length', { value: native.length })
    hide(String.prototype, name, guarded)
  }

  delete globalThis.Proxy
  delete globalThis.WeakRef
  delete globalThis.FinalizationRegistry

  // Nobody changes what others stand on. A frozen property could not be shadowed by assignment, hence accessors where
  // programs do shadow.
  const seen = new Set()
  const shadowed = new Set(['constructor', 'toString', 'toLocaleString', 'valueOf', 'name', 'message', 'toJSON', 'hasOwnProperty'])
  const open = (object, name, property) => {
    const value = property.value
    defineProperty(object, name, {
      get: () => value,
      set(next) {
        if (this === object) throw new TypeError(`${String(name)} cannot be changed`)
        defineProperty(this, name, { value: next, writable: true, enumerable: true, configurable: true })
      },
      enumerable: property.enumerable,
      configurable: false,
    })
  }
  const prototypes = new Set([Object.prototype, Function.prototype, Error.prototype])
  for (const kind of [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError]) {
    prototypes.add(kind.prototype)
  }
  const freezeAll = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return
    if (value === host.decimal) return
    seen.add(value)
    const properties = getOwnPropertyDescriptors(value)
    for (const name of ownKeys(properties)) {
      const property = properties[name]
      freezeAll(property.value)
      freezeAll(property.get)
      freezeAll(property.set)
      if (prototypes.has(value) && shadowed.has(name) && property.configurable && 'value' in property) {
        open(value, name, property)
      }
    }
    freezeAll(getPrototypeOf(value))
    freeze(value)
  }
  const generator = function* () {}
  const asynchronous = async function* () {}
  for (const hidden of [generator, asynchronous, async () => {}, generator(), asynchronous(), [][Symbol.iterator](),
    new Map()[Symbol.iterator](), new Set()[Symbol.iterator](), ''[Symbol.iterator](), 'a'.matchAll(/a/g),
    Iterator.from({ next() {} }), [].values().map((x) => x), new Uint8Array()]) {
    freezeAll(getPrototypeOf(hidden))
  }
  freezeAll(globalThis)

  return freeze({
    date: (year, month, day) => new Temporal.PlainDate(year, month, day),
    time: (text) => Temporal.PlainTime.from(text),
    instant,
    duration: (text) => Temporal.Duration.from(text),
    json: (text) => parse(text),
    list: (...items) => freeze(items),
    call(run, self, first, second, done, failed) {
      const outcome = apply(run, self, [first, second])
      if (outcome instanceof NativePromise) {
        apply(then, outcome, [done, failed])
        return host.pending
      }
      return outcome
    },
  })
})
