// A site opened as files: there, a folder has no index page of its own, and a worker may not be started.
if (location.protocol === "file:") {
  const completed = address => {
    const url = new URL(address, document.baseURI)
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return address
    url.pathname += "index.html"
    return url.href
  }
  const complete = link => link?.setAttribute("href", completed(link.getAttribute("href")))

  document.querySelectorAll("a[href], link[rel=prev], link[rel=next]").forEach(complete)
  for (const type of ["pointerdown", "focusin", "click"])  // links that other scripts make later
    addEventListener(type, ({ target }) => complete(target.closest?.("a[href]")), true)

  const moved = document.querySelector("meta[http-equiv=refresh]")
  if (moved) location.replace(completed(moved.content.split("url=")[1]))

  // Runs a worker's script in a hidden frame instead. Material's search knows it by its name.
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(address) {
      super()
      if (`${address}`.includes("/pagefind.js")) return this.refuse()
      const frame = document.createElement("iframe")
      frame.hidden = true
      this.ready = new Promise(resolve => { frame.onload = resolve })
        .then(() => this.load(frame.contentWindow, address))
      document.body.append(frame)
    }

    async load(inside, address) {
      const script = source => new Promise((resolve, reject) => {
        const properties = { src: source, onload: resolve, onerror: reject }
        inside.document.body.append(Object.assign(inside.document.createElement("script"), properties))
      })
      inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      inside.importScripts = (...sources) =>
        sources.reduce((before, source) => before.then(() => script(source)), Promise.resolve())
      await script(address)
      return inside
    }

    postMessage(data) {
      this.ready?.then(inside => inside.dispatchEvent(new MessageEvent("message", { data })))
    }

    refuse() {
      document.querySelector(".md-search-result__meta").textContent =
        "Search in a book of this size needs a web server: run “python3 -m http.server” in the site’s folder."
    }
  }
}
