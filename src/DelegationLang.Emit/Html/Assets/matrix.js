// The matrix: one body or post, one kind, one place, one sum. What is left out is left out of sight alone; without this script all is there.
(function () {
  "use strict";

  var page = window.DelegationPage, table = document.querySelector("table.whole");
  if (!page || !table) { return; }
  var element = page.element, frame = table.closest(".frame"), all = Array.prototype.slice;
  var head = all.call(table.querySelectorAll("thead th")), rows = all.call(table.querySelectorAll("tbody tr"));
  var tool = frame.previousElementSibling && frame.previousElementSibling.classList.contains("tool") ? frame.previousElementSibling : frame.parentNode.insertBefore(element("div", { "class": "tool" }), frame);

  function field(id, label, input) {
    var made = element("div", {});
    made.appendChild(element("label", { "class": "nhsuk-label", "for": id }, label));
    made.appendChild(input);
    tool.insertBefore(made, tool.querySelector("p"));
    input.addEventListener("input", show);
    return input;
  }

  function choice(id, label, values) {
    var select = element("select", { "class": "nhsuk-select", id: id });
    [""].concat(values).forEach(function (value) { select.appendChild(element("option", { value: value }, value || "All")); });
    return values.length < 2 ? { value: "" } : field(id, label, select);
  }

  function unique(list) { return list.filter(function (one, i) { return one && list.indexOf(one) === i; }); }

  // Where a column is of several, each is named in its lines.
  var isGrouped = table.classList.contains("grouped");
  var parties = isGrouped ? unique(all.call(table.querySelectorAll("[data-party]")).map(function (line) { return line.getAttribute("data-party"); })).sort() : head.slice(1).map(function (cell) { return cell.textContent; });
  var party = choice("matrix-party", "Body or post", parties);
  var kind = choice("matrix-kind", "Kind", unique(rows.map(function (row) { return row.querySelector("th .note").textContent; })));
  var place = choice("matrix-place", "Place", unique(all.call(table.querySelectorAll("[data-place]")).map(function (line) { return line.getAttribute("data-place"); })).sort());
  var sum = field("matrix-sum", "For a sum of", element("input", { "class": "nhsuk-input", id: "matrix-sum", inputmode: "decimal", autocomplete: "off", placeholder: "£" }));

  // Whether what a line states can be so for the party, the place and the sum that were chosen.
  function holds(line, worth) {
    var at = line.getAttribute("data-place"), not = (line.getAttribute("data-not-place") || "").split("; ");
    if (isGrouped && party.value && line.getAttribute("data-party") !== party.value) { return false; }
    if (place.value && ((at && at !== place.value) || not.indexOf(place.value) >= 0)) { return false; }
    if (worth === null) { return true; }
    var from = line.getAttribute("data-from"), to = line.getAttribute("data-to");
    return (!from || worth > Number(from) || (worth === Number(from) && !line.hasAttribute("data-from-open"))) && (!to || worth < Number(to) || (worth === Number(to) && !line.hasAttribute("data-to-open")));
  }

  function show() {
    var said = sum.value ? page.amountOf(sum.value) : null, worth = said ? Number(said.value) : null, column = party.value && !isGrouped ? head.findIndex(function (cell, i) { return i > 0 && cell.textContent === party.value; }) : -1, isNarrowed = party.value || place.value || worth !== null, shown = 0;
    head.forEach(function (cell, i) { cell.hidden = column > 0 && i > 0 && i !== column; });
    rows.forEach(function (row) {
      var has = false;
      all.call(row.children).forEach(function (cell, i) {
        if (i === 0) { return; }
        cell.hidden = column > 0 && i !== column;
        all.call(cell.querySelectorAll("[data-claim]")).forEach(function (line) {
          var says = line.getAttribute("data-claim") !== "none";
          line.hidden = says && !holds(line, worth);
          has = has || (says && !line.hidden && !cell.hidden);
        });
      });
      var out = (kind.value && row.querySelector("th .note").textContent !== kind.value) || (isNarrowed && !has);
      row.classList.toggle("is-left-out", Boolean(out));
      shown += out || row.hidden ? 0 : 1;
    });
    tool.querySelector("[role=status]").textContent = sum.value && worth === null ? "“" + sum.value + "” is no sum: write it as 300,000 or £1.5 million." : isNarrowed || kind.value ? shown + " of " + rows.length + " rows" : "";
  }

  if (!tool.querySelector("[role=status]")) { tool.appendChild(element("p", { role: "status" })); }
})();
