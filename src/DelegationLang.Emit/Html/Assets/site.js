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
    if (!place || !window.DelegationSearch) { return; }
    var words = inAddress("q");
    var box = document.getElementById("search-words");
    if (document.activeElement !== box) { box.value = words; }
    Array.prototype.forEach.call(document.querySelectorAll(".without-script"), function (line) { line.hidden = true; });
    place.textContent = "";
    var wanted = plain(words).split(" ").filter(Boolean);
    if (wanted.length === 0) {
      place.appendChild(element("p", {}, "Write what you look for into the box at the top: a function, a kind of decision, a body, a post or a place."));
      return;
    }
    var found = [];
    window.DelegationSearch.forEach(function (entry, order) {
      var name = plain(entry[0]);
      var all = name + " " + plain(entry[3] || "");
      if (wanted.every(function (word) { return all.indexOf(word) >= 0; })) {
        var rank = name === wanted.join(" ") ? 0 : name.indexOf(wanted.join(" ")) === 0 ? 1 : wanted.every(function (word) { return name.indexOf(word) >= 0; }) ? 2 : 3;
        found.push({ entry: entry, rank: rank, order: order });
      }
    });
    found.sort(function (a, b) { return a.rank - b.rank || a.order - b.order; });
    place.appendChild(element("p", {}, found.length === 0 ? "Nothing was found for “" + words + "”." : found.length === 1 ? "One thing was found for “" + words + "”." : found.length + " things were found for “" + words + "”."));
    var list = element("ul", {});
    found.slice(0, 200).forEach(function (one) {
      var item = element("li", {});
      item.appendChild(element("a", { href: one.entry[2] }, one.entry[0]));
      item.appendChild(document.createTextNode(" (" + one.entry[1] + ")"));
      list.appendChild(item);
    });
    if (found.length > 0) { place.appendChild(list); }
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
      table.parentNode.insertBefore(tool, table);
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
    var rows = document.querySelectorAll("tr[data-from], tr[data-until]");
    var items = document.querySelectorAll("li[data-from], li[data-until]");
    var heading = document.querySelector("main h1");
    if (rows.length + items.length === 0 || !heading || document.getElementById("ask")) { return; }
    var box = dayBox(heading, "Show what is in force on");
    var input = box.input;
    var count = box.status;

    function stateOn(day, part) {
      return !day ? "" : day < (part.getAttribute("data-from") || "") ? "Not yet in force" : day > (part.getAttribute("data-until") || "9999-12-31") ? "Ended" : "";
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
        if (part.closest("table").getAttribute("role") !== "presentation") { part.setAttribute("role", role[1]); }
      });
    });
  }

  tables();
  review();
  search();
  filters();
  dates();
  days();
  document.addEventListener("DOMContentLoaded", results);
  window.addEventListener("hashchange", results);
  window.DelegationPage = { element: element, today: today, inAddress: inAddress, plain: plain };
})();
