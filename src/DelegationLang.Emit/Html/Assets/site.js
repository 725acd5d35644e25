// What every page does where script runs: the search box, boxes to narrow long lists, a day to choose, and the banner of a review that is due.
(function () {
  "use strict";

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) { made.textContent = text; }
    return made;
  }

  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  }

  // A value after the hash or the question mark of the address: links can carry it either way, and both work from a disk.
  function inAddress(name) {
    var parts = (location.hash.slice(1) + "&" + location.search.slice(1)).split("&");
    for (var i = 0; i < parts.length; i++) {
      var at = parts[i].indexOf("=");
      if (at > 0 && parts[i].slice(0, at) === name) {
        try { return decodeURIComponent(parts[i].slice(at + 1).replace(/\+/g, " ")); } catch (fault) { return ""; }
      }
    }
    return "";
  }

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9£]+/g, " ").trim();
  }

  // £300,000, 300000, 300k, 1.5m, 2 million, EUR 500. Null for what is no sum.
  function amountOf(words) {
    var match = /^(£|[A-Za-z]{3}\s)?\s*([0-9][0-9,\s]*)(\.[0-9]+)?\s*(k|thousand|m|million|bn|billion)?$/i.exec(words.trim());
    if (!match) { return null; }
    var whole = match[2].replace(/[,\s]/g, ""), part = (match[3] || ".").slice(1);
    var power = { k: 3, thousand: 3, m: 6, million: 6, bn: 9, billion: 9 }[(match[4] || "").toLowerCase()] || 0;
    while (power > 0) { whole += part.charAt(0) || "0"; part = part.slice(1); power--; }
    return { value: whole.replace(/^0+(?=[0-9])/, "") + (part ? "." + part : ""), currency: match[1] && match[1] !== "£" ? match[1].trim().toUpperCase() : "GBP" };
  }

  // The card of a party says for which day it was printed.
  function card() {
    var line = document.querySelector(".card-day");
    if (line) { line.textContent += " Printed on " + new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }) + "."; }
  }

  function review() {
    var banner = document.getElementById("review");
    if (banner && today() > banner.getAttribute("data-review-by")) { banner.hidden = false; }
  }

  function search() {
    var form = document.getElementById("search");
    if (!form) { return; }
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = "search.html#q=" + encodeURIComponent(document.getElementById("search-words").value);
      if (document.getElementById("search-results")) { results(); }
    });
  }

  function results() {
    var place = document.getElementById("search-results");
    if (!place || !window.DelegationFind) { return; }
    var text = inAddress("q");
    var box = document.getElementById("search-words");
    if (document.activeElement !== box) { box.value = text; }
    Array.prototype.forEach.call(document.querySelectorAll(".without-script"), function (line) { line.hidden = true; });
    place.textContent = "";
    if (!plain(text)) {
      place.appendChild(element("p", {}, "Write what you look for, or a whole question, into the box at the top: a function, a kind of decision, a body, a post, a place, a reference."));
      return;
    }
    var found = window.DelegationFind.find(text), hits = found.hits;
    if (!found.isSure) { residual(place, text, hits.length > 0); }
    if (hits.length > 0) { place.appendChild(element("p", {}, (hits.length === 1 ? "One thing was" : hits.length + " things were") + " found for “" + text + "”, the likeliest first.")); }
    var list = element("ol", { "class": "hits" });
    hits.slice(0, 100).forEach(function (one, number) {
      var item = element("li", {});
      item.appendChild(element("a", { href: one.entry[2] }, one.entry[0]));
      item.appendChild(document.createTextNode(" (" + one.entry[1] + (one.entry[3].length > 0 ? "; also " + one.entry[3].join(", ") : "") + ")"));
      if (one.isSubject && number < 5) { item.appendChild(asked(one.entry[0], found)); }
      list.appendChild(item);
    });
    if (hits.length > 0) { place.appendChild(list); }
    if (found.isSure && hits.length > 0) { residual(place, text, true); }
  }

  // The question as it was understood, as a link to the form with its fields filled.
  function asked(name, found) {
    var line = element("p", {}, "");
    var href = "index.html#what=" + encodeURIComponent(name) + (found.where ? "&where=" + encodeURIComponent(found.where) : "") + (found.worth ? "&worth=" + encodeURIComponent(found.worth) : "");
    var words = "Who decides " + name + (found.where ? " at " + found.where : "") + (found.worth ? " worth £" + found.worth.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : "") + "?";
    line.appendChild(element("a", { href: href }, words));
    return line;
  }

  // Who decides what the scheme does not list, with the sentence that says so.
  function residual(place, text, isSomethingFound) {
    var all = window.DelegationResidual || [];
    var line = element("p", { "class": "residual" }, (isSomethingFound ? "If it is none of these: what" : "Nothing was found for “" + text + "”. What") + (all.length === 0 ? " the scheme does not list stays with whoever holds it by law." : " the scheme does not list, "));
    all.forEach(function (one, i) {
      line.appendChild(document.createTextNode((i > 0 ? "; or " : "") + one[0] + " decides "));
      line.appendChild(element("a", { href: one[2] }, "(" + (one[1] || "the sentence") + ")"));
    });
    if (all.length > 0) { line.appendChild(document.createTextNode(".")); }
    place.appendChild(line);
  }

  function filters() {
    Array.prototype.forEach.call(document.querySelectorAll("table[data-filter]"), function (table, number) {
      var rows = table.closest(".section").querySelectorAll("tbody tr");
      if (rows.length < 8) { return; }
      var id = "filter-" + number;
      var tool = element("div", { "class": "tool" });
      var field = element("div", {});
      field.appendChild(element("label", { "class": "nhsuk-label", "for": id }, "Show only rows with"));
      var input = element("input", { "class": "nhsuk-input", id: id, autocomplete: "off" });
      field.appendChild(input);
      tool.appendChild(field);
      var count = element("p", { role: "status" });
      tool.appendChild(count);
      var frame = table.closest(".frame") || table;
      frame.parentNode.insertBefore(tool, frame);
      input.addEventListener("input", function () {
        var wanted = plain(input.value).split(" ").filter(Boolean);
        var shown = 0;
        Array.prototype.forEach.call(rows, function (row) {
          var text = plain(row.textContent);
          row.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
          shown += row.hidden ? 0 : 1;
        });
        count.textContent = wanted.length === 0 ? "" : shown + " of " + rows.length + " rows";
      });
    });
  }

  // Below the heading a day to choose, and a place to say what comes of it.
  function dayBox(heading, label) {
    var tool = element("div", { "class": "tool" });
    var field = element("div", {});
    field.appendChild(element("label", { "class": "nhsuk-label", "for": "day" }, label));
    var input = element("input", { "class": "nhsuk-input", id: "day", type: "date", value: inAddress("on") });
    field.appendChild(input);
    tool.appendChild(field);
    var status = element("p", { role: "status" });
    tool.appendChild(status);
    heading.parentNode.insertBefore(tool, heading.nextSibling);
    return { input: input, status: status };
  }

  function dates() {
    var rows = document.querySelectorAll("tr[data-since], tr[data-until], .sentences > li[data-since], .sentences > li[data-until]");
    var items = document.querySelectorAll(".map-items > li[data-since], .map-items > li[data-until]");
    var heading = document.querySelector("main h1");
    if (rows.length + items.length === 0 || !heading || document.getElementById("ask")) { return; }
    var box = dayBox(heading, "Show what is in force on");
    var input = box.input;
    var count = box.status;

    function stateOn(day, part) {
      return !day ? "" : day < (part.getAttribute("data-since") || "") ? "Not yet in force" : day > (part.getAttribute("data-until") || "9999-12-31") ? "Ended" : "";
    }

    // On the map what is not in force is left out, and a rung of which nothing is left.
    function map(day) {
      var out = 0;
      Array.prototype.forEach.call(items, function (item) {
        item.hidden = stateOn(day, item) !== "";
        out += item.hidden ? 1 : 0;
      });
      Array.prototype.forEach.call(document.querySelectorAll(".map-ladder tr, .map-group"), function (part) {
        part.hidden = part.querySelectorAll("li:not([hidden])").length === 0;
      });
      return out;
    }

    function show() {
      var day = input.value;
      var hidden = items.length > 0 ? map(day) : 0;
      var out = 0;
      Array.prototype.forEach.call(rows, function (row) {
        var state = stateOn(day, row);
        row.classList.toggle("is-out", state !== "");
        row.firstElementChild.setAttribute("data-state", state);
        out += state === "" ? 0 : 1;
      });
      count.textContent = !day ? "" : items.length > 0 ? (hidden === 1 ? "One line is left out: it does" : hidden + " lines are left out: they do") + " not hold on that day." : out === 0 ? "Every row holds on that day." : out + (out === 1 ? " row does" : " rows do") + " not hold on that day, and is marked.".replace("is marked", out === 1 ? "is marked" : "are marked");
    }

    input.addEventListener("input", show);
    show();
  }

  // A day to choose where days are listed: as it is on any day it has been since the last listed one up to it.
  function days() {
    var links = document.querySelectorAll("p.days a");
    var heading = document.querySelector("main h1");
    if (links.length === 0 || !heading) { return; }
    var listed = Array.prototype.map.call(links, function (link) { return { day: link.getAttribute("href").slice(-10), words: link.textContent, href: link.getAttribute("href") }; });
    var box = dayBox(heading, "Show what is different on");
    var input = box.input;
    var result = box.status;

    function year(one) { return one.words + " " + one.day.slice(0, 4); }

    function way(one, words) {
      result.appendChild(document.createTextNode(words));
      result.appendChild(element("a", { href: one.href }, year(one)));
    }

    function show() {
      var day = input.value;
      result.textContent = "";
      if (!day) { return; }
      var before = null, after = null;
      listed.forEach(function (one) {
        if (one.day <= day) { before = one; } else if (!after) { after = one; }
      });
      if (before && before.day === day) {
        way(before, "Something is different on that day: ");
      } else {
        result.appendChild(document.createTextNode("Nothing is different on that day from the day before."));
        if (before) { way(before, " The last change before it: "); }
        if (after) { way(after, before ? "; the next: " : " The next change: "); }
      }
    }

    input.addEventListener("input", show);
    show();
  }

  // On a narrow screen rows are shown as cards. Some browsers then forget that there is a table, unless it is said again.
  function tables() {
    var roles = [["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tbody th", "rowheader"], ["td", "cell"]];
    roles.forEach(function (role) {
      Array.prototype.forEach.call(document.querySelectorAll(role[0]), function (part) {
        if (part.closest("table").getAttribute("role") !== "presentation" && !part.closest(".map-ladder")) { part.setAttribute("role", role[1]); }
      });
    });
  }

  tables();
  card();
  review();
  search();
  filters();
  dates();
  days();
  document.addEventListener("DOMContentLoaded", results);
  window.addEventListener("hashchange", results);
  window.DelegationPage = { element: element, today: today, inAddress: inAddress, plain: plain, amountOf: amountOf };
})();
