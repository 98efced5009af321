// Sorts and filters the book's lists. Without it every list stands there whole; it only adds.
// The address keeps what is chosen, so that a filtered list can be sent.
{
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" })
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  const chosen = key => new URLSearchParams(location.search).get(key) ?? ""
  const choose = (key, value) => {
    const url = new URL(location.href)
    if (value) url.searchParams.set(key, value)
    else url.searchParams.delete(key)
    try {
      history.replaceState(history.state, "", url)
    } catch {
      // A browser may refuse this to a file, or when it is done often.
    }
  }

  const options = (names, values) => {
    const counts = new Map()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts]
      .filter(([value]) => value in names)
      .sort(([one], [other]) => collator.compare(names[one], names[other]))
      .map(([value, count]) => make("option", { value, textContent: `${names[value]} (${count})` }))
  }

  // A field to filter by: its control, and whether an item has what is chosen in it.
  const wordsField = (items, key) => {
    const texts = new Map(items.map(item => [item, item.textContent.toLowerCase()]))
    const control = make("input", { type: "search", autocomplete: "off", spellcheck: false })
    const has = item => control.value.toLowerCase().split(/\s+/).every(word => texts.get(item).includes(word))
    return { key, control, has }
  }
  const choiceField = (items, { key, attribute, names }) => {
    const values = new Map(items.map(item => [item, item.dataset[attribute].split(" ")]))
    const control = make("select", { autocomplete: "off" }, make("option", { value: "", textContent: "all" }))
    control.append(...options(names, [...values.values()].flatMap(some => [...new Set(some)])))
    const has = item => !control.value || values.get(item).includes(control.value)
    return { key, control, has }
  }

  const filterable = (items, fields, { what, part }, place, after = () => {}) => {
    const counted = make("span", { role: "status" })
    const clear = make("button", { type: "button", className: "md-button", textContent: "Show all" })
    const apply = () => {
      for (const item of items) item.hidden = !fields.every(field => field.has(item))
      const shown = items.filter(item => !item.hidden).length
      counted.textContent = `${shown} of ${items.length} ${what} ${part ? "on this page " : ""}shown`
      clear.disabled = fields.every(field => !field.control.value)
      after()
    }
    const restore = () => {
      for (const { key, control } of fields) control.value = chosen(key)
      apply()
    }
    for (const { key, control } of fields)
      control.addEventListener("input", () => {
        choose(key, control.value)
        apply()
      })
    clear.addEventListener("click", () => {
      for (const { key } of fields) choose(key, "")
      restore()
      fields[0].control.focus()
    })
    const title = key => make("span", { textContent: key[0].toUpperCase() + key.slice(1) })
    const controls = fields.map(({ key, control }) => make("label", {}, title(key), control))
    place.before(make("form", { className: "filters" }, ...controls, clear, counted))
    place.previousElementSibling.addEventListener("submit", event => event.preventDefault())
    addEventListener("popstate", restore)
    restore()
  }

  // What has only hidden items below it is hidden with them: a list, the line that says whose they are, a
  // section's heading with its entry in the table of contents.
  const emptiable = (article, items) => {
    const below = new Map()
    const under = element => below.get(element) ?? below.set(element, []).get(element)
    let heading, by
    for (const element of article.children) {
      if (element.matches("nav, form")) continue
      if (element.matches("h2")) [heading, by] = [element, undefined]
      else if (element.matches(".by")) by = element
      const own = items.filter(item => element.contains(item))
      for (const over of [heading, by, own.length ? element : undefined]) if (over) under(over).push(...own)
      // A sentence beside a heading's items goes with the heading.
      if (heading && !own.length && element !== heading && element !== by) below.set(element, under(heading))
    }
    return below
  }
  const hideEmptied = below => {
    for (const [element, items] of below) {
      element.hidden = items.length > 0 && items.every(item => item.hidden)
      if (!element.id) continue
      // The theme has the table of contents twice, the other time for narrow screens.
      for (const entry of document.querySelectorAll(`.md-nav--secondary a[href="#${CSS.escape(element.id)}"]`))
        entry.closest("li").hidden = element.hidden
    }
  }

  // A cell's value: a date as such, a dash as nothing.
  const value = cell => (cell.dataset.sort ?? cell.textContent.trim()).replace(/^–$/, "")

  const sortable = table => {
    const heads = [...table.tHead.rows[0].cells]
    const body = table.tBodies[0]
    const inOrder = [...body.rows]
    const key = head => head.textContent.trim().toLowerCase()

    const sort = (column, descending) => {
      const values = new Map(inOrder.map(row => [row, value(row.cells[column])]))
      const way = descending ? -1 : 1
      // What has no value stands last, whichever way the others stand.
      const compare = (one, other) => !one - !other || way * collator.compare(one, other)
      body.append(...[...inOrder].sort((row, next) => compare(values.get(row), values.get(next))))
    }
    const restore = () => {
      const [, minus, wanted] = chosen("sort").match(/^(-?)(.*)$/)
      const column = heads.findIndex(head => wanted && key(head) === wanted)
      heads.forEach(head => head.removeAttribute("aria-sort"))
      if (column < 0) return body.append(...inOrder)
      heads[column].setAttribute("aria-sort", minus ? "descending" : "ascending")
      sort(column, Boolean(minus))
    }
    heads.forEach((head, column) => {
      const numbers = inOrder.some(row => /^\d+$/.test(value(row.cells[column])))
      const button = make("button", { type: "button" }, ...head.childNodes)
      head.append(button)
      button.addEventListener("click", () => {
        const order = head.getAttribute("aria-sort")
        // The most comes first, and so does the first letter.
        const descending = order ? order === "ascending" : numbers
        choose("sort", `${descending ? "-" : ""}${key(head)}`)
        restore()
      })
    })
    addEventListener("popstate", restore)
    restore()
  }

  for (const index of document.querySelectorAll(".index")) {
    const table = index.querySelector("table")
    const rows = [...table.tBodies[0].rows]
    sortable(table)
    filterable(rows, [wordsField(rows, "filter")], { what: index.dataset.what, part: "part" in index.dataset }, index)
  }

  const data = document.querySelector("#filters")
  if (data) {
    const list = JSON.parse(data.textContent)
    const article = data.parentElement
    const marked = article.querySelectorAll(list.fields.map(({ attribute }) => `[data-${attribute}]`).join())
    // Where the items of a list stand apart, Markdown puts the attributes of one on its paragraph.
    const items = [...marked].map(element => {
      const item = element.closest("li") ?? element
      Object.assign(item.dataset, element.dataset)
      return item
    })
    const choices = list.fields.map(field => choiceField(items, field)).filter(({ control }) => control.length > 2)
    const below = emptiable(article, items)
    filterable(items, [...choices, wordsField(items, "words")], list, data, () => hideEmptied(below))
  }

  // The theme's menu is a label, which no key reaches: with script it is a button. And a page can be printed.

  const label = document.querySelector("header label[for=__drawer]")
  const onclick = () => document.querySelector("#__drawer").click()
  const menu = make("button", { type: "button", className: label.className, ariaLabel: "Menu", onclick })
  menu.setAttribute("for", "__drawer")
  menu.append(...label.childNodes)
  label.replaceWith(menu)
  const printing = make("button", { type: "button", onclick: () => print() }, "Print this page")
  document.querySelector(".crumbs")?.append(" · ", printing)
}
