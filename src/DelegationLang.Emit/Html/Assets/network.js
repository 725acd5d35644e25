// The map: choosing a party shows its chain up and down, and the picture can be made larger and smaller. Without this script boxes lead to pages.
(function () {
  "use strict";

  var page = window.DelegationPage, region = document.querySelector(".map"), picture = document.querySelector(".map-picture");
  if (!page || !region || !picture) { return; }
  var element = page.element;
  var full = picture.viewBox.baseVal.width, scale = 1;
  var boxes = {}, lines = [], chosen = "";
  var VERBS = { delegates: "delegates to", entrusts: "entrusts, under contract, to", exceptional: "gives an exceptional power to", reserves: "reserves matters to" };

  Array.prototype.forEach.call(picture.querySelectorAll(".map-party"), function (group) {
    var link = group.querySelector("a");
    boxes[group.getAttribute("data-party")] = { group: group, link: link, name: group.getAttribute("data-name"), href: link ? link.getAttribute("href") : "" };
  });
  Array.prototype.forEach.call(picture.querySelectorAll(".map-line"), function (group) {
    lines.push({ group: group, kind: group.getAttribute("data-kind"), root: group.getAttribute("data-root"), leaves: group.getAttribute("data-leaves").split(" "), routes: group.getAttribute("data-routes").split(",") });
  });

  // Who gives to whom: along the line, or for a joint committee against it, since what its members share is below them.
  function steps(line) {
    if (line.kind === "joint") { return line.leaves.map(function (leaf, i) { return { from: leaf, to: line.root, line: line, route: i }; }); }
    return VERBS[line.kind] ? line.leaves.map(function (leaf, i) { return { from: line.root, to: leaf, line: line, route: i }; }) : [];
  }

  var all = [].concat.apply([], lines.map(steps));

  function follow(start, near, far) {
    var found = [], seen = {}, waiting = [start];
    seen[start] = true;
    while (waiting.length > 0) {
      var at = waiting.shift();
      all.forEach(function (step) {
        if (step[near] !== at) { return; }
        if (found.indexOf(step) < 0) { found.push(step); }
        if (!seen[step[far]]) { seen[step[far]] = true; waiting.push(step[far]); }
      });
    }
    return found;
  }

  // What is said of the chain, and the tools.
  var words = element("div", { "class": "map-chain", role: "status" });
  var tool = element("div", { "class": "tool map-zoom", role: "group", "aria-label": "Size of the map" });
  [["Larger", function () { zoom(scale * 1.25); }], ["Smaller", function () { zoom(scale / 1.25); }], ["Whole map", fit], ["Full size", function () { zoom(1); }]].forEach(function (one) {
    var button = element("button", { type: "button", "class": "map-button" }, one[0]);
    button.addEventListener("click", one[1]);
    tool.appendChild(button);
  });
  Array.prototype.forEach.call(document.querySelectorAll(".map-tool"), function (old) { old.hidden = true; old.querySelector("input").checked = false; });
  region.parentNode.insertBefore(tool, region);
  region.parentNode.insertBefore(words, region);

  function zoom(wanted) {
    var across = (region.scrollLeft + region.clientWidth / 2) / region.scrollWidth, down = (region.scrollTop + region.clientHeight / 2) / region.scrollHeight;
    scale = Math.min(3, Math.max(0.1, wanted));
    picture.style.minWidth = "0";
    picture.style.width = Math.round(full * scale) + "px";
    region.scrollLeft = across * region.scrollWidth - region.clientWidth / 2;
    region.scrollTop = down * region.scrollHeight - region.clientHeight / 2;
  }

  function fit() {
    zoom(Math.min(region.clientWidth / full, Math.max(300, region.clientHeight) / picture.viewBox.baseVal.height));
  }

  function names(parent, ids) {
    ids.forEach(function (id, i) {
      if (i > 0) { parent.appendChild(document.createTextNode(i === ids.length - 1 ? " and " : ", ")); }
      parent.appendChild(boxes[id].href ? element("a", { href: boxes[id].href }, boxes[id].name) : document.createTextNode(boxes[id].name));
    });
  }

  // One sentence for each line: Board delegates to A, B and C.
  function list(title, found) {
    if (found.length === 0) { return; }
    words.appendChild(element("p", { "class": "map-lead" }, title));
    var shown = element("ul", {}), said = [];
    found.forEach(function (step) {
      if (said.indexOf(step.line) >= 0) { return; }
      said.push(step.line);
      var same = found.filter(function (other) { return other.line === step.line; }), item = element("li", {});
      if (step.line.kind === "joint") {
        names(item, same.map(function (one) { return one.from; }));
        item.appendChild(document.createTextNode(" act together in "));
        names(item, [step.to]);
      } else {
        names(item, [step.from]);
        item.appendChild(document.createTextNode(" " + VERBS[step.line.kind] + " "));
        names(item, same.map(function (one) { return one.to; }));
      }
      item.appendChild(document.createTextNode("."));
      shown.appendChild(item);
    });
    words.appendChild(shown);
  }

  function hint() {
    words.appendChild(element("p", {}, "Choose a box to see from whom its authority comes and to whom it gives it on. Choose it again, or press Escape, to see everything."));
  }

  function clear() {
    chosen = "";
    picture.classList.remove("has-choice");
    Array.prototype.forEach.call(picture.querySelectorAll(".in-chain, .is-chosen"), function (part) { part.classList.remove("in-chain", "is-chosen"); });
    Array.prototype.forEach.call(picture.querySelectorAll(".map-route"), function (part) { part.remove(); });
    Object.keys(boxes).forEach(function (id) { if (boxes[id].link) { boxes[id].link.setAttribute("aria-pressed", "false"); } });
    words.textContent = "";
  }

  function draw(step) {
    var line = step.line.group.querySelector("path"), route = document.createElementNS("http://www.w3.org/2000/svg", "path");
    ["stroke", "stroke-dasharray", "fill"].forEach(function (name) { if (line.hasAttribute(name)) { route.setAttribute(name, line.getAttribute(name)); } });
    route.setAttribute("d", step.line.routes[step.route]);
    route.setAttribute("class", "map-route");
    picture.insertBefore(route, picture.querySelector(".map-party"));
  }

  function choose(id) {
    clear();
    if (!boxes[id]) { hint(); return; }
    chosen = id;
    var up = follow(id, "to", "from"), down = follow(id, "from", "to");
    picture.classList.add("has-choice");
    up.concat(down).forEach(function (step) {
      boxes[step.from].group.classList.add("in-chain");
      boxes[step.to].group.classList.add("in-chain");
      draw(step);
    });
    boxes[id].group.classList.add("in-chain", "is-chosen");
    if (boxes[id].link) { boxes[id].link.setAttribute("aria-pressed", "true"); }
    var lead = element("p", {}), name = element("strong", {});
    names(name, [id]);
    lead.appendChild(name);
    lead.appendChild(document.createTextNode(up.length + down.length === 0 ? " neither has authority from others nor gives any on." : up.length === 0 ? " has its authority from nobody on this map." : down.length === 0 ? " gives no authority on." : ""));
    words.appendChild(lead);
    list("Where its authority comes from:", up.slice().reverse());
    list("To whom it comes:", down);
  }

  function remember() {
    try { history.replaceState(null, "", chosen ? "#" + chosen : location.pathname + location.search); } catch (fault) { return; }
  }

  function toggle(id) {
    if (chosen === id) { clear(); hint(); } else { choose(id); }
    remember();
  }

  Object.keys(boxes).forEach(function (id) {
    var link = boxes[id].link;
    if (!link) { return; }
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", "false");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) { return; }
      event.preventDefault();
      toggle(id);
    });
    link.addEventListener("keydown", function (event) {
      if (event.key === " ") { event.preventDefault(); toggle(id); }
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && chosen) { clear(); hint(); remember(); }
  });
  region.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "+" || event.key === "=") { zoom(scale * 1.25); } else if (event.key === "-") { zoom(scale / 1.25); } else if (event.key === "0") { fit(); } else { return; }
    event.preventDefault();
  });

  function middle(id) {
    var box = boxes[id].group.getBoundingClientRect(), frame = region.getBoundingClientRect();
    region.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
    region.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
  }

  function fromAddress() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (fault) { id = ""; }
    if (!boxes[id]) { return false; }
    choose(id);
    words.scrollIntoView();
    middle(id);
    return true;
  }

  window.addEventListener("hashchange", fromAddress);
  zoom(1);
  hint();
  if (!fromAddress()) {
    // Whoever gives most on is in the middle, and not an empty corner.
    var given = {};
    all.forEach(function (step) { given[step.from] = (given[step.from] || 0) + 1; });
    var first = Object.keys(boxes).sort(function (a, b) { return (given[b] || 0) - (given[a] || 0); })[0];
    if (first) { middle(first); region.scrollTop = 0; }
  }
})();
