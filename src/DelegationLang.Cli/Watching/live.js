// Waits for the next version of the page and loads it. The server holds each script that is asked for here until there is one, or for a while.
(function () {
  "use strict";
  var version = document.currentScript.getAttribute("data-version");

  function wait() {
    var script = document.createElement("script");
    script.src = "/_live/wait.js?since=" + encodeURIComponent(version) + "&at=" + Date.now();
    script.onload = function () {
      var now = script.getAttribute("data-version");
      script.remove();
      if (now && now !== version) {
        location.reload();
      } else {
        wait();
      }
    };
    script.onerror = function () {
      // The tool has ended, or is being started again.
      script.remove();
      setTimeout(wait, 1000);
    };
    document.head.appendChild(script);
  }

  // Not before the page has loaded: a script that is waited for would keep it loading.
  if (document.readyState === "complete") {
    wait();
  } else {
    addEventListener("load", wait);
  }
})();
